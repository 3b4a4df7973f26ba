package io.tierlens.pipeline.lake;

import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.record.Window;
import io.tierlens.pipeline.schema.Instants;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  /** The zone that all hosts with a stated one have; nothing where there are none or several. */
  public Optional<String> timeZone() {
    List<String> zones =
        description.<Row>getList(description.fieldIndex("hosts")).stream()
            .map(host -> host.<String>getAs("time_zone"))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return zones.size() == 1 ? Optional.of(zones.get(0)) : Optional.empty();
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
