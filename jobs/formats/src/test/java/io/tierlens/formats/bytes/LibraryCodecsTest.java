package io.tierlens.formats.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.tierlens.formats.MemoryFile;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressions that libraries undo, and encodings: the same promises as for gzip. */
class LibraryCodecsTest {

  private enum Packer {
    BZIP2,
    ZSTD;

    byte[] pack(byte[] text) {
      ByteArrayOutputStream stored = new ByteArrayOutputStream();
      try (OutputStream packing =
          this == BZIP2
              ? new BZip2CompressorOutputStream(stored, 1)
              : new ZstdOutputStreamNoFinalizer(stored).setChecksum(true)) {
        packing.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return stored.toByteArray();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, (1 << 16) + 1, 250_000})
  void areToldByTheirFirstBytes(int size) throws IOException {
    byte[] text = text(size);
    for (Packer packer : Packer.values()) {
      byte[] stored = packer.pack(text);
      assertThat(Codec.of(new MemoryFile(stored))).hasToString(packer.name());
      for (int chunk : new int[] {1, 511, 1 << 20}) {
        assertThat(decode(stored, chunk)).isEqualTo(text);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void streamsBehindEachOtherAreOneText(Packer packer) throws IOException {
    byte[] one = "one\ntw".getBytes(UTF_8);
    byte[] two = "o\nthree\n".getBytes(UTF_8);
    byte[] stored = Streams.concat(packer.pack(one), packer.pack(new byte[0]), packer.pack(two));
    assertThat(decode(stored, 7)).isEqualTo(Streams.concat(one, two));
  }

  @Test
  void aZstdFrameToBePassedOverMayComeFirst() throws IOException {
    byte[] skipped = {0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 'x', 'y', 'z'};
    byte[] stored = Streams.concat(skipped, Packer.ZSTD.pack("text".getBytes(UTF_8)));
    assertThat(decode(stored, 5)).isEqualTo("text".getBytes(UTF_8));
  }

  /** Where the bytes end too early, all that was whole comes first, and then an error. */
  @ParameterizedTest
  @EnumSource
  void everyCutIsAnError(Packer packer) {
    byte[] text = text(3_000);
    byte[] stored = packer.pack(text);
    for (int length = 10; length < stored.length; length++) {
      byte[] cut = Arrays.copyOf(stored, length);
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      assertThatThrownBy(() -> Codec.decode(Streams.inChunks(cut, 100)).transferTo(read))
          .as("cut at %d of %d", length, stored.length)
          .isInstanceOfAny(ZipException.class, java.io.EOFException.class);
      assertThat(new String(text, UTF_8)).startsWith(read.toString(UTF_8));
    }
  }

  @Test
  void blocksBeforeABrokenOneAreRead() throws IOException {
    byte[] text = text(350_000);
    byte[] stored = Packer.BZIP2.pack(text);
    stored[stored.length - 1000] ^= 0x55;
    try (InputStream stream = Codec.decode(Streams.inChunks(stored, 1 << 20))) {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      assertThatThrownBy(() -> stream.transferTo(read)).isInstanceOf(ZipException.class);
      assertThat(read.size()).isGreaterThan(90_000);
      assertThat(text).startsWith(Arrays.copyOf(read.toByteArray(), 90_000));
      assertThatThrownBy(stream::read).as("the error stays").isInstanceOf(ZipException.class);
    }
  }

  /** Whatever the bytes are, reading ends, and fails only as a compressed stream may fail. */
  @ParameterizedTest
  @EnumSource
  void flippedBitsNeverPassForText(Packer packer) throws IOException {
    byte[] text = text(3_000);
    byte[] stored = packer.pack(text);
    Random random = new Random(3);
    int errors = 0;
    for (int round = 0; round < 500; round++) {
      byte[] wrong = stored.clone();
      wrong[10 + random.nextInt(wrong.length - 10)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(decode(wrong, 1000)).isEqualTo(text);
      } catch (ZipException e) {
        assertThat(e).hasMessageStartingWith("the compressed bytes are wrong or end too early");
        errors++;
      }
    }
    assertThat(errors).isGreaterThan(450);
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenDiskIsNoBrokenLog(Packer packer) {
    byte[] stored = packer.pack(text(300_000));
    InputStream failing =
        new FilterInputStream(Streams.inChunks(stored, 5_000)) {
          private int left = stored.length / 2;

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
              throw new IOException("the disk is gone");
            }
            int read = super.read(target, offset, length);
            left -= read;
            return read;
          }
        };
    assertThatThrownBy(() -> Codec.decode(failing).transferTo(OutputStream.nullOutputStream()))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE"})
  void twoByteTextIsReadAsUtf8(String encoding) throws IOException {
    Charset charset = Charset.forName(encoding);
    String text = "\ufeffPrénom 日本 \ud83d\ude00 line\r\n".repeat(3000);
    byte[] stored = text.getBytes(charset);
    assertThat(Codec.of(new MemoryFile(stored))).isIn(Codec.UTF_16_LITTLE, Codec.UTF_16_BIG);
    for (int chunk : new int[] {1, 4096, 1 << 20}) {
      assertThat(decode(stored, chunk)).isEqualTo(text.getBytes(UTF_8));
    }
    assertThat(decode("\ufeff".getBytes(charset), 1)).hasSize(3);
    byte[] half = "\ufeffab\ud83d".getBytes(charset);
    assertThat(new String(decode(Arrays.copyOf(half, half.length - 1), 3), UTF_8))
        .startsWith("\ufeffab");
  }

  @Test
  void textThatOnlyBeginsAlikeIsPlain() throws IOException {
    for (String text : new String[] {"BZh9 is no log", "BZh", "(\u00b5", "P*M", ""}) {
      assertThat(Codec.of(new MemoryFile(text.getBytes(UTF_8)))).isEqualTo(Codec.PLAIN);
      assertThat(decode(text.getBytes(UTF_8), 2)).isEqualTo(text.getBytes(UTF_8));
    }
  }

  /** Lines that compress, and do not all look alike. */
  private static byte[] text(int size) {
    Random random = new Random(size);
    StringBuilder text = new StringBuilder();
    while (text.length() < size) {
      text.append("line ").append(Long.toString(random.nextLong(), 36)).append('\n');
    }
    return text.substring(0, size).getBytes(UTF_8);
  }

  private static byte[] decode(byte[] stored, int chunk) throws IOException {
    try (InputStream stream = Codec.decode(Streams.inChunks(stored, chunk))) {
      return stream.readAllBytes();
    }
  }
}
