package io.tierlens.formats.xentop;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
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
  private static final byte[] CPUS = Ascii.bytes("CPUs:");
  private static final byte[] PHYSICAL = Ascii.bytes("Physical");
  private static final byte[] CPU = Ascii.bytes("CPU");
  private static final byte[] RULE = Ascii.bytes("+-------+--------+");
  private static final byte[] BAR = Ascii.bytes("|");
  private static final byte[] NO = Ascii.bytes("No");
  private static final byte[] PCPU = Ascii.bytes("PCPU");

  static final String SUMMARY = "summary";

  /** More than Xen can drive; a damaged line may say anything. */
  private static final int MOST_CPUS = 1 << 16;

  private OtherLine() {}

  /** What the line is whose words begin at token {@code first}, or null if it is none of these. */
  static String kind(Tokens tokens, int first) {
    int left = tokens.count() - first;
    if (isPhysicalCpus(tokens, first, left)) {
      return "physical CPUs";
    }
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

  /** The table that {@code -p} puts behind the domains: a title, rules, and a row for each CPU. */
  private static boolean isPhysicalCpus(Tokens tokens, int first, int left) {
    return switch (left) {
      case 1 -> tokens.equal(first, RULE);
      case 3 -> tokens.equal(first, PHYSICAL) && tokens.equal(first + 1, CPU);
      case 4 -> tokens.equal(first, NO) && tokens.equal(first + 1, PCPU);
      case 5 ->
          tokens.equal(first, BAR) && tokens.equal(first + 2, BAR) && tokens.equal(first + 4, BAR);
      default -> false;
    };
  }

  /** Of {@code Mem: 33548272k total, ... CPUs: 8 @ 2992MHz}: 8; 0 for any other line. */
  static int hostCpus(Tokens tokens, int first) {
    if (!tokens.equal(first, MEMORY)) {
      return 0;
    }
    for (int i = first + 1; i + 1 < tokens.count(); i++) {
      if (tokens.equal(i, CPUS)) {
        long cpus = Numbers.whole(tokens.text(), tokens.start(i + 1), tokens.end(i + 1));
        return cpus <= MOST_CPUS ? (int) Math.max(0, cpus) : 0;
      }
    }
    return 0;
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
