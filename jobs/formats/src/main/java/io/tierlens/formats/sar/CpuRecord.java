package io.tierlens.formats.sar;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;

/** The fields of table cpu_sample that a file tells. */
final class CpuRecord {
  static final RecordType TYPE =
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
          Field.flag("sums_to_100"));

  static final int INTERVAL_START = TYPE.index("interval_start");
  static final int INTERVAL_END = TYPE.index("interval_end");
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

  private CpuRecord() {}
}
