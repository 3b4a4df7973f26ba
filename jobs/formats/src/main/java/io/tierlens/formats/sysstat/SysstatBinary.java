package io.tierlens.formats.sysstat;

import io.tierlens.formats.bytes.LineReader;
import java.util.Optional;

/**
 * The binary file that sadc writes, {@code /var/log/sa/sa22}. Its layout changed more than ten
 * times and no version of sysstat reads those of all others, so it is recognised and not read.
 */
public final class SysstatBinary {
  private static final byte MAGIC_LOW = (byte) 0x96;
  private static final byte MAGIC_HIGH = (byte) 0xd5;

  private static final String REASON =
      "the binary file of sadc, which only the sysstat of the version that wrote it can read;"
          + " run there `sadf -d FILE -- -A > FILE.csv` or `LC_ALL=C sar -A -f FILE > FILE.txt`"
          + " and read what that prints";

  private SysstatBinary() {}

  /**
   * Why a file cannot be read, if it is such a file.
   *
   * @param first stands on the file's first line
   */
  public static Optional<String> reason(LineReader first) {
    return begins(first.buffer(), first.start(), first.end())
        ? Optional.of(REASON)
        : Optional.empty();
  }

  /** The magic number in the byte order of either kind of machine. */
  private static boolean begins(byte[] text, int start, int end) {
    if (end - start < 2) {
      return false;
    }
    byte first = text[start];
    byte second = text[start + 1];
    return (first == MAGIC_LOW && second == MAGIC_HIGH)
        || (first == MAGIC_HIGH && second == MAGIC_LOW);
  }
}
