package io.tierlens.formats.xentop;

import io.tierlens.formats.bytes.Decimal;
import io.tierlens.formats.bytes.Tokens;
import java.nio.charset.StandardCharsets;

/** The lines that xentop prints beside the table of domains, known by their first words. */
final class Extras {
  private static final byte[] VCPUS = ascii("VCPUs(sec):");
  private static final byte[] VBD = ascii("VBD");
  private static final byte[] RECEIVED = ascii("RX:");
  private static final byte[] PROGRAM = ascii("xentop");
  private static final byte[] DASH = ascii("-");
  private static final byte[] DOMAINS = ascii("domains:");
  private static final byte[] MEMORY = ascii("Mem:");
  private static final byte[] TRANSCENDENT_MEMORY = ascii("Tmem:");
  private static final byte[] FOUND = ascii("Found");
  private static final byte[] INTERFACE = ascii("interface");

  static final String SUMMARY = "summary";

  private Extras() {}

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
          Decimal.isDigit(tokens.first(i))
              && tokens.last(i) == ':'
              && Decimal.isDigit(tokens.first(i + 1))
              && tokens.last(i + 1) == 's';
      if (!pair) {
        return false;
      }
    }
    return (tokens.count() - first) % 2 == 0;
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }
}
