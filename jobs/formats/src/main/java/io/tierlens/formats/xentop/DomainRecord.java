package io.tierlens.formats.xentop;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;

/** The fields of table domain_sample that a dump tells. */
final class DomainRecord {
  static final RecordType TYPE =
      new RecordType(
          "domain_sample",
          Field.instant("interval_start"),
          Field.instant("interval_end"),
          Field.text("domain"),
          Field.text("state"),
          Field.decimal("cpu_seconds"),
          Field.decimal("cpu_percent"),
          Field.int64("memory_kib"),
          Field.int32("vcpus"),
          Field.int64("guest_tx_kib"),
          Field.int64("guest_rx_kib"),
          Field.int64("vbd_oo"),
          Field.int64("vbd_reads"),
          Field.int64("vbd_writes"),
          Field.int64("vbd_read_sectors"),
          Field.int64("vbd_written_sectors"));

  static final int INTERVAL_START = TYPE.index("interval_start");
  static final int INTERVAL_END = TYPE.index("interval_end");
  static final int DOMAIN = TYPE.index("domain");
  static final int STATE = TYPE.index("state");
  static final int CPU_SECONDS = TYPE.index("cpu_seconds");
  static final int CPU_PERCENT = TYPE.index("cpu_percent");
  static final int MEMORY_KIB = TYPE.index("memory_kib");
  static final int VCPUS = TYPE.index("vcpus");
  static final int GUEST_TX_KIB = TYPE.index("guest_tx_kib");
  static final int GUEST_RX_KIB = TYPE.index("guest_rx_kib");
  static final int VBD_OO = TYPE.index("vbd_oo");
  static final int VBD_READS = TYPE.index("vbd_reads");
  static final int VBD_WRITES = TYPE.index("vbd_writes");
  static final int VBD_READ_SECTORS = TYPE.index("vbd_read_sectors");
  static final int VBD_WRITTEN_SECTORS = TYPE.index("vbd_written_sectors");

  private DomainRecord() {}
}
