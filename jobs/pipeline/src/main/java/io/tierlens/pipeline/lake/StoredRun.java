package io.tierlens.pipeline.lake;

import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.record.Window;
import io.tierlens.pipeline.schema.Instants;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What table run knows of one run. */
public final class StoredRun {
  private final Row description;

  private StoredRun(Row description) {
    this.description = description;
  }

  /** Reads the run's row. */
  public static StoredRun of(SparkSession spark, Lake lake, String run) {
    return new StoredRun(lake.table(spark, "run", run).first());
  }

  public List<Host> hosts() {
    return description.<Row>getList(description.fieldIndex("hosts")).stream()
        .map(
            host ->
                new Host(
                    host.getAs("name"),
                    host.getAs("cores"),
                    host.getAs("hypervisor"),
                    host.getAs("domain"),
                    Set.copyOf(host.<String>getList(host.fieldIndex("tiers")))))
        .toList();
  }

  public List<Window> windows() {
    return description.<Row>getList(description.fieldIndex("windows")).stream()
        .map(
            window ->
                new Window(
                    window.getAs("name"),
                    Instants.micros(window.getAs("start_time")),
                    Instants.micros(window.getAs("end_time"))))
        .toList();
  }
}
