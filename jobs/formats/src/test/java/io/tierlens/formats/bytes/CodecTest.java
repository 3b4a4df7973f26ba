package io.tierlens.formats.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 1000, 1 << 16, (1 << 16) + 1, 200_000})
  void plainAndGzipAreToldByTheirFirstBytes(int size) throws IOException {
    byte[] text = random(size);
    for (int chunk : new int[] {1, 2, 511, 1 << 20}) {
      assertThat(decode(text, chunk)).isEqualTo(text);
      assertThat(decode(Streams.gzip(text), chunk)).isEqualTo(text);
    }
  }

  @Test
  void gzipMembersBehindEachOtherAreOneText() throws IOException {
    byte[] first = "one\ntw".getBytes(UTF_8);
    byte[] second = "o\nthree\n".getBytes(UTF_8);
    byte[] stored =
        Streams.concat(Streams.gzip(first), Streams.gzip(new byte[0]), Streams.gzip(second));
    for (int chunk = 1; chunk <= stored.length; chunk++) {
      assertThat(decode(stored, chunk)).isEqualTo(Streams.concat(first, second));
    }
  }

  @Test
  void zeroBytesBehindAreThePaddingOfTapes() throws IOException {
    byte[] stored = Streams.concat(Streams.gzip(new byte[] {'a'}), new byte[512]);
    assertThat(decode(stored, 100)).isEqualTo(new byte[] {'a'});
    byte[] more = Streams.concat(stored, new byte[] {'x'});
    assertThatThrownBy(() -> decode(more, 100)).isInstanceOf(ZipException.class);
  }

  @Test
  void otherBytesBehindAreNotLostInSilence() {
    byte[] stored = Streams.concat(Streams.gzip(new byte[] {'a'}), "plain line\n".getBytes(UTF_8));
    assertThatThrownBy(() -> decode(stored, 100))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("no gzip");
  }

  @Test
  void aHeaderMayHaveExtraBytesNameCommentAndChecksum() throws IOException {
    byte[] text = "text".getBytes(UTF_8);
    byte[] head = {0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3};
    byte[] fields = {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 'c', 0, 9, 9};
    byte[] plain = Streams.gzip(text);
    byte[] stored = Streams.concat(head, fields, Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(decode(stored, 3)).isEqualTo(text);
  }

  @Test
  void everyCutIsAnEndAndEveryWrongByteOfTheTrailerAnError() {
    byte[] stored = Streams.gzip(random(3000));
    for (int length = 2; length < stored.length; length++) {
      byte[] cut = Arrays.copyOf(stored, length);
      assertThatThrownBy(() -> decode(cut, 1 << 20)).isInstanceOf(EOFException.class);
    }
    for (int i = stored.length - 8; i < stored.length; i++) {
      byte[] wrong = stored.clone();
      wrong[i] ^= 0x10;
      assertThatThrownBy(() -> decode(wrong, 1 << 20)).isInstanceOf(ZipException.class);
    }
  }

  /** Whatever the bytes are, reading ends, and fails only as a compressed stream may fail. */
  @Test
  void flippedBitsNeverPassForText() throws IOException {
    byte[] text = random(3000);
    byte[] stored = Streams.gzip(text);
    Random random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      byte[] wrong = stored.clone();
      wrong[10 + random.nextInt(wrong.length - 10)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(decode(wrong, 1000)).isEqualTo(text);
      } catch (EOFException | ZipException e) {
        assertThat(e).hasMessageMatching(".*(ends|wrong|stored|gzip|dictionary).*");
      }
    }
  }

  @Test
  void anErrorStaysAndComesAfterTheText() throws IOException {
    byte[] text = "all of it\n".repeat(1000).getBytes(UTF_8);
    byte[] stored = Streams.gzip(text);
    byte[] cut = Arrays.copyOf(stored, stored.length - 8);
    try (InputStream stream = Codec.decode(Streams.inChunks(cut, 1 << 20))) {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      assertThatThrownBy(() -> stream.transferTo(read)).isInstanceOf(EOFException.class);
      assertThat(read.toByteArray()).isEqualTo(text);
      assertThatThrownBy(stream::read).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aStoredBlockWithTheRightChecksumIsText() throws IOException {
    byte[] text = random(70_000);
    Deflater deflater = new Deflater(0, true);
    deflater.setInput(text);
    deflater.finish();
    byte[] block = new byte[80_000];
    int length = deflater.deflate(block);
    deflater.end();
    CRC32 crc = new CRC32();
    crc.update(text);
    byte[] head = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    byte[] stored =
        Streams.concat(
            head, Arrays.copyOf(block, length), little((int) crc.getValue()), little(text.length));
    assertThat(decode(stored, 333)).isEqualTo(text);
  }

  private static byte[] little(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }

  /** Bytes that do not begin as gzip does. */
  private static byte[] random(int size) {
    byte[] text = new byte[size];
    new Random(size).nextBytes(text);
    if (size > 0) {
      text[0] = 'T';
    }
    return text;
  }

  private static byte[] decode(byte[] stored, int chunk) throws IOException {
    try (InputStream stream = Codec.decode(Streams.inChunks(stored, chunk))) {
      return stream.readAllBytes();
    }
  }
}
