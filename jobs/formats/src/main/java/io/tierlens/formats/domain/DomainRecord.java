package io.tierlens.formats.domain;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;

/** The fields of table domain_sample that a file tells. */
public final class DomainRecord {
  public static final RecordType TYPE =
      new RecordType(
          "domain_sample",
          Field.instant("interval_start"),
          Field.instant("interval_end"),
          Field.text("domain"),
          Field.text("state"),
          Field.decimal("cpu_seconds"),
          Field.decimal("cpu_percent"),
          Field.decimal("ready_percent"),
          Field.int64("memory_kib"),
          Field.int32("vcpus"),
          Field.int32("host_cpus"),
          Field.int64("guest_tx_kib"),
          Field.int64("guest_rx_kib"),
          Field.int64("vbd_oo"),
          Field.int64("vbd_reads"),
          Field.int64("vbd_writes"),
          Field.int64("vbd_read_sectors"),
          Field.int64("vbd_written_sectors"),
          Field.decimal("guest_tx_kib_per_s"),
          Field.decimal("guest_rx_kib_per_s"),
          Field.decimal("vbd_reads_per_s"),
          Field.decimal("vbd_writes_per_s"));

  public static final int INTERVAL_START = TYPE.index("interval_start");
  public static final int INTERVAL_END = TYPE.index("interval_end");
  public static final int DOMAIN = TYPE.index("domain");
  public static final int STATE = TYPE.index("state");
  public static final int CPU_SECONDS = TYPE.index("cpu_seconds");
  public static final int CPU_PERCENT = TYPE.index("cpu_percent");
  public static final int READY_PERCENT = TYPE.index("ready_percent");
  public static final int MEMORY_KIB = TYPE.index("memory_kib");
  public static final int VCPUS = TYPE.index("vcpus");
  public static final int HOST_CPUS = TYPE.index("host_cpus");
  public static final int GUEST_TX_KIB = TYPE.index("guest_tx_kib");
  public static final int GUEST_RX_KIB = TYPE.index("guest_rx_kib");
  public static final int VBD_OO = TYPE.index("vbd_oo");
  public static final int VBD_READS = TYPE.index("vbd_reads");
  public static final int VBD_WRITES = TYPE.index("vbd_writes");
  public static final int VBD_READ_SECTORS = TYPE.index("vbd_read_sectors");
  public static final int VBD_WRITTEN_SECTORS = TYPE.index("vbd_written_sectors");

  public static final int GUEST_TX_KIB_PER_S = TYPE.index("guest_tx_kib_per_s");
  public static final int GUEST_RX_KIB_PER_S = TYPE.index("guest_rx_kib_per_s");
  public static final int VBD_READS_PER_S = TYPE.index("vbd_reads_per_s");
  public static final int VBD_WRITES_PER_S = TYPE.index("vbd_writes_per_s");

  private DomainRecord() {}
}
