package io.tierlens.formats.sar;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;

/** The fields of table host_metric that a file tells. */
final class MetricRecord {
  static final RecordType TYPE =
      new RecordType(
          "host_metric",
          Field.instant("interval_start"),
          Field.instant("interval_end"),
          Field.text("section"),
          Field.text("item"),
          Field.text("metric"),
          Field.decimal("value"));

  static final int INTERVAL_START = TYPE.index("interval_start");
  static final int INTERVAL_END = TYPE.index("interval_end");
  static final int SECTION = TYPE.index("section");
  static final int ITEM = TYPE.index("item");
  static final int METRIC = TYPE.index("metric");
  static final int VALUE = TYPE.index("value");

  private MetricRecord() {}
}
