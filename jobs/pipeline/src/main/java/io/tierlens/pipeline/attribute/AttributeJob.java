package io.tierlens.pipeline.attribute;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.RunAttribution;
import io.tierlens.attribution.chain.ChainModel;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.QueryAssignment;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.SparkSettings;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.lake.RunCommit;
import io.tierlens.pipeline.schema.RowRecords;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Splits the time of one run's requests, and replaces the tables derived from it. The run's
 * requests, queries and samples are brought to the driver, where the mathematics works on them.
 */
public final class AttributeJob {

  private final SparkSession spark;
  private final Lake lake;
  private final String run;
  private final Progress progress;
  private String calibration;

  private AttributeJob(SparkSession spark, Lake lake, String run, Progress progress) {
    this.spark = SparkSettings.apply(spark);
    this.lake = lake;
    this.run = run;
    this.progress = progress;
  }

  /** The job for a run that the lake holds. */
  public static AttributeJob of(SparkSession spark, Lake lake, String run, Progress progress) {
    return new AttributeJob(spark, lake, run, progress);
  }

  /** Starts from what pages were seen to do in another run, best one with a single client. */
  public AttributeJob calibratedBy(String otherRun) {
    calibration = otherRun;
    return this;
  }

  /** What came out, in short. */
  public record Summary(String run, String level, long requests, long tied, long queries) {

    /** One line for the user. */
    public String words() {
      return String.format(
          "run %s: %d requests to the application, %d of %d queries tied to one (level %s)",
          run, requests, tied, queries, level);
    }
  }

  /** Does all of it. */
  public Summary run() {
    RunAttribution attribution = records(run).calibratedBy(calibration()).build();
    progress.step("attributing " + run + ": tying queries to requests", 0);
    Attribution result = attribution.run();
    try {
      write(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Summary(
        run,
        result.level().label(),
        result.requests().size(),
        result.assignments().stream()
            .filter(assignment -> assignment.requestKey() != null)
            .map(QueryAssignment::queryKey)
            .distinct()
            .count(),
        result.assignments().stream().map(QueryAssignment::queryKey).distinct().count());
  }

  private ChainModel calibration() {
    if (calibration == null) {
      return null;
    }
    RunAttribution other = records(calibration).build();
    progress.step("attributing " + run + ": learning from " + calibration, 0);
    ChainModel learnt = other.learn();
    if (learnt == null) {
      throw new UserError(
          "run "
              + calibration
              + " cannot calibrate others: its logs do not tell whose queries are; record one with"
              + " a single client, microsecond stamps and every statement logged");
    }
    return learnt;
  }

  private RunAttribution.Builder records(String name) {
    progress.step("attributing " + run + ": reading the tables of " + name, 0);
    RunRecords records = new RunRecords(spark, lake, name);
    return RunAttribution.builder()
        .hosts(records.hosts())
        .windows(records.windows())
        .webRequests(records.webRequests())
        .untimedRequests(records.untimedRequests())
        .appEvents(records.appEvents())
        .queries(records.queries())
        .queriesSampledOneOf(records.queriesSampledOneOf())
        .cpuSamples(records.cpuSamples())
        .domainSamples(records.domainSamples());
  }

  private void write(Attribution result) throws IOException {
    RunCommit commit = lake.replace(run);
    try {
      write(commit, "request", Request.class, result.requests());
      write(commit, "query_assignment", QueryAssignment.class, result.assignments());
      write(commit, "run_tier", RunTier.class, result.runTiers());
      write(commit, "endpoint_tier", EndpointTier.class, result.endpointTiers());
      write(commit, "cpu_demand", CpuDemand.class, result.cpuDemands());
      write(commit, "domain_demand", DomainDemand.class, result.domainDemands());
      write(commit, "remark", RemarkRow.class, RemarkRow.of(result.remarks()));
      TableSchema.COMPARED.forEach(commit::remove);
      progress.step("attributing " + run + ": replacing its derived tables", 0);
      commit.commit();
    } catch (IOException | RuntimeException e) {
      commit.abandon();
      throw e;
    }
  }

  private <T extends Record> void write(
      RunCommit commit, String table, Class<T> type, List<T> records) {
    progress.step("attributing " + run + ": writing " + table, 0);
    RowRecords.rows(spark, table, type, records)
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .parquet(commit.replace(table).toString());
  }

  /** A remark as its table has it. */
  private record RemarkRow(
      String windowName, String rule, String subject, double value, Double limitValue) {
    static List<RemarkRow> of(List<Remark> remarks) {
      return remarks.stream()
          .map(
              remark ->
                  new RemarkRow(
                      remark.windowName(),
                      remark.rule().name(),
                      remark.subject(),
                      remark.value(),
                      remark.limit()))
          .toList();
    }
  }
}
