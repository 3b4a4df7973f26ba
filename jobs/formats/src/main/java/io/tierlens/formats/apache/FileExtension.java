package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.Ascii;

/** The extension of a file's name in a path, for {@link EndpointFolder}. */
final class FileExtension {

  /** Longer ones are words or versions: {@code /jquery.matchHeight}. At most eight fit a long. */
  private static final int MAX_LENGTH = 5;

  private static final long[] IMAGES = {
    packed("gif"),
    packed("jpg"),
    packed("jpeg"),
    packed("png"),
    packed("webp"),
    packed("avif"),
    packed("svg"),
    packed("ico"),
    packed("bmp")
  };

  private FileExtension() {}

  /** Where the dot of an extension stands, or {@code end} in a name without one. */
  static int start(byte[] text, int start, int end) {
    boolean letters = false;
    for (int i = end - 1; i >= start && end - i <= MAX_LENGTH + 1; i--) {
      if (text[i] == '.') {
        return letters ? i : end;
      }
      if (Ascii.isLetter(text[i])) {
        letters = true;
      } else if (!Ascii.isDigit(text[i])) {
        return end;
      }
    }
    return end;
  }

  /** Whether an extension, without its dot and in any case, is that of an image. */
  static boolean isImage(byte[] text, int start, int end) {
    long extension = packed(text, start, end);
    for (long image : IMAGES) {
      if (image == extension) {
        return true;
      }
    }
    return false;
  }

  private static long packed(String extension) {
    byte[] text = Ascii.bytes(extension);
    return packed(text, 0, text.length);
  }

  /** Letters in lower case and digits as one number. */
  private static long packed(byte[] text, int start, int end) {
    long packed = 0;
    for (int i = start; i < end; i++) {
      packed = packed << 8 | Ascii.lowerCase(text[i]);
    }
    return packed;
  }
}
