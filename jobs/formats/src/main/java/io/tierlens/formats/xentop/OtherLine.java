package io.tierlens.formats.xentop;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Tokens;

/** The lines that xentop prints beside the table of domains, known by their first words. */
final class OtherLine {
  private static final byte[] VCPUS = Ascii.bytes("VCPUs(sec):");
  private static final byte[] VBD = Ascii.bytes("VBD");
  private static final byte[] RECEIVED = Ascii.bytes("RX:");
  private static final byte[] PROGRAM = Ascii.bytes("xentop");
  private static final byte[] DASH = Ascii.bytes("-");
  private static final byte[] DOMAINS = Ascii.bytes("domains:");
  private static final byte[] MEMORY = Ascii.bytes("Mem:");
  private static final byte[] TRANSCENDENT_MEMORY = Ascii.bytes("Tmem:");
  private static final byte[] FOUND = Ascii.bytes("Found");
  private static final byte[] INTERFACE = Ascii.bytes("interface");

  static final String SUMMARY = "summary";

  private OtherLine() {}

  /** What the line is whose words begin at token {@code first}, or null if it is none of these. */
  static String kind(Tokens tokens, int first) {
    int left = tokens.count() - first;
    if (left < 2) {
      return null;
    }
    if (tokens.equal(first, VCPUS) || isVcpuTimes(tokens, first)) {
      return "CPU times of VCPUs";
    }
    if (tokens.equal(first, VBD)) {
      return "block device";
    }
    if (tokens.first(first) == 'N' && tokens.equal(first + 1, RECEIVED)) {
      return "network interface";
    }
    if (isClock(tokens, first)
        || tokens.equal(first + 1, DOMAINS)
        || tokens.equal(first, MEMORY)
        || tokens.equal(first, TRANSCENDENT_MEMORY)) {
      return SUMMARY;
    }
    if (tokens.equal(first, FOUND) && tokens.equal(first + 1, INTERFACE)) {
      return "message";
    }
    return null;
  }

  /** {@code xentop - 10:58:20 Xen 3.0.3}: the time is the token after the dash. */
  static boolean isClock(Tokens tokens, int first) {
    return tokens.count() - first > 2
        && tokens.equal(first, PROGRAM)
        && tokens.equal(first + 1, DASH);
  }

  /** The wrapped lines: {@code 5: 20189s 6: 20189s}. */
  private static boolean isVcpuTimes(Tokens tokens, int first) {
    for (int i = first; i + 1 < tokens.count(); i += 2) {
      boolean pair =
          Ascii.isDigit(tokens.first(i))
              && tokens.last(i) == ':'
              && Ascii.isDigit(tokens.first(i + 1))
              && tokens.last(i + 1) == 's';
      if (!pair) {
        return false;
      }
    }
    return (tokens.count() - first) % 2 == 0;
  }
}
