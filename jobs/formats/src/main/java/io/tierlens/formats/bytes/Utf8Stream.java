package io.tierlens.formats.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A text of another encoding in UTF-8. What is no text there becomes a replacement character. */
final class Utf8Stream extends InputStream {
  private static final int CHARS = 1 << 13;

  private final InputStreamReader text;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
  private final CharBuffer chars = CharBuffer.allocate(CHARS).flip();
  private final ByteBuffer bytes = ByteBuffer.allocate(4 * CHARS).flip();
  private boolean endOfText;

  Utf8Stream(InputStream stored, Charset charset) {
    text = new InputStreamReader(stored, charset);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!bytes.hasRemaining()) {
      if (endOfText) {
        return -1;
      }
      encodeMore();
    }
    int given = Math.min(length, bytes.remaining());
    bytes.get(target, offset, given);
    return given;
  }

  private void encodeMore() throws IOException {
    chars.compact();
    endOfText = text.read(chars) < 0;
    chars.flip();
    bytes.clear();
    encoder.encode(chars, bytes, endOfText);
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
