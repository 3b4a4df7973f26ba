package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.sysstat.CpuColumns;

/** The names that exports give to CPUs: {@code -1}, {@code all}, {@code 3}, {@code cpu3}. */
final class CpuItem {
  static final byte[] ALL = Ascii.bytes("all");
  private static final byte[] MINUS_ONE = Ascii.bytes("-1");
  private static final byte[] PREFIX = Ascii.bytes("cpu");

  private CpuItem() {}

  /** The CPU's number, {@link CpuColumns#ALL} or {@link CpuColumns#NOT_A_CPU}. */
  static int number(byte[] text, int start, int end) {
    return isMinusOne(text, start, end)
        ? CpuColumns.ALL
        : CpuColumns.cpu(text, behindPrefix(text, start, end), end);
  }

  /** Whether the name is the one that tables have for all CPUs together. */
  static boolean isMinusOne(byte[] text, int start, int end) {
    return Ascii.equal(text, start, end, MINUS_ONE);
  }

  /** Where the number begins, which is the name that sar prints. */
  static int behindPrefix(byte[] text, int start, int end) {
    return Ascii.startsWith(text, start, end, PREFIX) ? start + PREFIX.length : start;
  }
}
