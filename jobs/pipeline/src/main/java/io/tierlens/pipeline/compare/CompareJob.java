package io.tierlens.pipeline.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.tierlens.attribution.difference.RunComparison;
import io.tierlens.attribution.finding.Findings;
import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Finding;
import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.lake.RunCommit;
import io.tierlens.pipeline.schema.RowRecords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Compares an attributed run with a baseline, or judges it by itself, and keeps the rows in tables
 * comparison and finding, beside those against other baselines.
 */
public final class CompareJob {
  private final SparkSession spark;
  private final Lake lake;
  private final Progress progress;

  /** A job on a lake whose runs have been attributed. */
  public CompareJob(SparkSession spark, Lake lake, Progress progress) {
    this.spark = spark;
    this.lake = lake;
    this.progress = progress;
  }

  /**
   * What came out.
   *
   * @param comparisons empty for a run by itself
   */
  public record Result(List<Comparison> comparisons, List<Finding> findings) {

    public Result {
      comparisons = List.copyOf(comparisons);
      findings = List.copyOf(findings);
    }
  }

  /** What a run tells by itself. */
  public Result judge(ComparedRun run) {
    progress.step("looking for findings on " + run.name(), 0);
    return new Result(List.of(), Findings.of(run.input()));
  }

  /** What a candidate tells beside a baseline. */
  public Result compare(ComparedRun baseline, ComparedRun candidate) {
    progress.step("comparing " + candidate.name() + " with " + baseline.name(), 0);
    List<Comparison> comparisons =
        RunComparison.of(baseline.input().tables(), candidate.input().tables());
    return new Result(comparisons, Findings.of(baseline.input(), candidate.input(), comparisons));
  }

  /**
   * Keeps a result in the lake.
   *
   * @param baseline null for a run by itself
   * @throws IOException if the lake cannot be written
   */
  public void keep(ComparedRun baseline, ComparedRun candidate, Result result) throws IOException {
    String run = candidate.name();
    Column sameBaseline =
        baseline == null ? col("baseline").isNull() : col("baseline").eqNullSafe(baseline.name());
    List<Comparison> comparisons =
        with(result.comparisons(), "comparison", run, sameBaseline, Comparison.class);
    List<Finding> findings = with(result.findings(), "finding", run, sameBaseline, Finding.class);
    RunCommit commit = lake.replace(run);
    try {
      write(commit, "comparison", Comparison.class, comparisons);
      write(commit, "finding", Finding.class, findings);
      commit.commit();
    } catch (IOException | RuntimeException e) {
      commit.abandon();
      throw e;
    }
  }

  /** The new rows, before them those of the table that are against something else. */
  private <T extends Record> List<T> with(
      List<T> rows, String table, String run, Column sameBaseline, Class<T> type) {
    List<T> all =
        new ArrayList<>(
            RowRecords.records(lake.table(spark, table, run).where(not(sameBaseline)), type));
    all.addAll(rows);
    return all;
  }

  private <T extends Record> void write(
      RunCommit commit, String table, Class<T> type, List<T> records) {
    RowRecords.rows(spark, table, type, records)
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .parquet(commit.replace(table).toString());
  }
}
