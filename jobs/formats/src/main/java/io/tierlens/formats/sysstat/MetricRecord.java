package io.tierlens.formats.sysstat;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;

/** The fields of table host_metric that a file tells. */
public final class MetricRecord {
  public static final RecordType TYPE =
      new RecordType(
          "host_metric",
          Field.instant("interval_start"),
          Field.instant("interval_end"),
          Field.text("section"),
          Field.text("item"),
          Field.text("metric"),
          Field.decimal("value"),
          Field.text("host_name"));

  /** Microseconds since 1970-01-01T00:00:00Z. */
  public static final int INTERVAL_START = TYPE.index("interval_start");

  /** Microseconds since 1970-01-01T00:00:00Z. */
  public static final int INTERVAL_END = TYPE.index("interval_end");

  /**
   * Name of the first column of sar's section: {@code IFACE}, {@code kbmemfree}. That {@code
   * --pretty} moves an item to the end does not change it.
   */
  public static final int SECTION = TYPE.index("section");

  /** Device, interface or the like; null where the section has none. */
  public static final int ITEM = TYPE.index("item");

  /** The column's name as sar prints it: {@code rxkB/s}. */
  public static final int METRIC = TYPE.index("metric");

  /** The figure in the unit of its name; null where printed as not available. */
  public static final int VALUE = TYPE.index("value");

  /** The machine's name as the file tells it; null where it does not. */
  public static final int HOST_NAME = TYPE.index("host_name");

  private MetricRecord() {}
}
