package io.tierlens.formats.sysstat;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;

/** The fields of table cpu_sample that a file tells. */
public final class CpuRecord {
  public static final RecordType TYPE =
      new RecordType(
          "cpu_sample",
          Field.instant("interval_start"),
          Field.instant("interval_end"),
          Field.int32("cpu"),
          Field.decimal("user"),
          Field.decimal("nice"),
          Field.decimal("system"),
          Field.decimal("iowait"),
          Field.decimal("steal"),
          Field.decimal("idle"),
          Field.decimal("irq"),
          Field.decimal("soft"),
          Field.decimal("guest"),
          Field.text("form"),
          Field.flag("sums_to_100"),
          Field.text("suspect"),
          Field.int32("cpus"),
          Field.text("host_name"));

  /** Microseconds since 1970-01-01T00:00:00Z. */
  public static final int INTERVAL_START = TYPE.index("interval_start");

  /** Microseconds since 1970-01-01T00:00:00Z. */
  public static final int INTERVAL_END = TYPE.index("interval_end");

  /** The machine's CPUs as the file tells them at this place; null where it does not. */
  public static final int CPUS = TYPE.index("cpus");

  /** The machine's name as the file tells it; null where it does not. */
  public static final int HOST_NAME = TYPE.index("host_name");

  static final int CPU = TYPE.index("cpu");
  static final int USER = TYPE.index("user");
  static final int NICE = TYPE.index("nice");
  static final int SYSTEM = TYPE.index("system");
  static final int IOWAIT = TYPE.index("iowait");
  static final int STEAL = TYPE.index("steal");
  static final int IDLE = TYPE.index("idle");
  static final int IRQ = TYPE.index("irq");
  static final int SOFT = TYPE.index("soft");
  static final int GUEST = TYPE.index("guest");
  static final int FORM = TYPE.index("form");
  static final int SUMS_TO_100 = TYPE.index("sums_to_100");
  static final int SUSPECT = TYPE.index("suspect");

  private CpuRecord() {}
}
