package io.tierlens.pipeline.ingest;

import static java.util.Objects.requireNonNull;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.SparkSettings;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.lake.RunCommit;
import io.tierlens.pipeline.run.FileSlice;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.schema.TableSchema;
import io.tierlens.pipeline.source.IngestSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Reads the files of a run into the lake. Each file is read twice: first from end to end to learn
 * what only the whole file can tell, and to draw up its ledger; then once for each table that it
 * fills. What was written is counted against the ledger before the run is replaced.
 */
public final class IngestJob {

  /** What to do about lines that cannot be read. */
  public enum Mode {
    /** Keep them as rejects and go on. */
    PERMISSIVE,
    /** Write nothing if there is one. */
    FAILFAST
  }

  private final SparkSession spark;
  private final Lake lake;
  private final RunInputs run;
  private final Mode mode;
  private final Progress progress;

  private IngestJob(Builder builder) {
    spark = SparkSettings.apply(requireNonNull(builder.spark, "spark is null"));
    lake = requireNonNull(builder.lake, "lake is null");
    run = requireNonNull(builder.run, "run is null");
    mode = builder.mode;
    progress = builder.progress;
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Replaces the run in the lake.
   *
   * @return the files with their surveys, in the order of their names
   * @throws io.tierlens.pipeline.UserError if a file cannot be read, if two hold the same text, or
   *     if the mode is FAILFAST and a line cannot be read; the lake is then as it was
   */
  public List<SurveyedFile> run() {
    String name = run.description().run();
    SurveyJob survey = new SurveyJob(spark, IngestSource.partBytes(spark), progress);
    List<SurveyedFile> files =
        DateOrders.settle(survey.run(name, run.files()), again -> survey.run(name, again));
    SurveyChecks.requireSound(run.description(), files, mode);
    try {
      RunCommit commit = lake.replace(name);
      try {
        write(commit, files);
        TableSchema.DERIVED.forEach(commit::remove);
        TableSchema.COMPARED.forEach(commit::remove);
        progress.step("replacing run " + name, 0);
        commit.commit();
      } catch (IOException | RuntimeException e) {
        commit.abandon();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private void write(RunCommit commit, List<SurveyedFile> files) {
    String name = run.description().run();
    Map<String, String> paths = new LinkedHashMap<>();
    for (String table : TableSchema.INGESTED) {
      List<FileSlice> slices =
          switch (table) {
            case "run", "ledger" -> List.of();
            case "reject" -> rejectsToRead(files);
            default -> filling(table, files);
          };
      Dataset<Row> rows =
          switch (table) {
            case "run" -> RunRows.run(spark, run.description());
            case "ledger" -> RunRows.ledger(spark, files);
            case "reject" ->
                slices.isEmpty()
                    ? RunRows.rejects(spark, files)
                    : IngestSource.read(spark, table, slices);
            default -> IngestSource.read(spark, table, slices);
          };
      progress.step(
          "writing " + name + ": " + table,
          IngestSource.tasks(spark, slices),
          slices.stream().mapToLong(FileSlice::bytes).sum());
      String path = commit.replace(table).toString();
      rows.write().mode(SaveMode.Overwrite).option("compression", "zstd").parquet(path);
      paths.put(table, path);
    }
    progress.step("counting what was written of " + name, 0);
    WrittenRows.require(spark, paths, files);
  }

  private static List<FileSlice> filling(String table, List<SurveyedFile> files) {
    return files.stream()
        .filter(surveyed -> surveyed.survey().rows().containsKey(table))
        .flatMap(surveyed -> surveyed.slicesToRead().stream())
        .toList();
  }

  /** Nothing, if the first pass has kept all rejects; else all files that have some. */
  private static List<FileSlice> rejectsToRead(List<SurveyedFile> files) {
    if (files.stream().allMatch(SurveyedFile::hasAllRejects)) {
      return List.of();
    }
    return files.stream()
        .filter(surveyed -> surveyed.survey().rejectedLines() > 0)
        .flatMap(surveyed -> surveyed.slicesToRead().stream())
        .toList();
  }

  /** Collects what an {@link IngestJob} needs. */
  public static final class Builder {
    private SparkSession spark;
    private Lake lake;
    private RunInputs run;
    private Mode mode = Mode.PERMISSIVE;
    private Progress progress = Progress.NONE;

    private Builder() {}

    public Builder spark(SparkSession session) {
      spark = session;
      return this;
    }

    public Builder lake(Lake target) {
      lake = target;
      return this;
    }

    public Builder run(RunInputs inputs) {
      run = inputs;
      return this;
    }

    public Builder mode(Mode chosen) {
      mode = requireNonNull(chosen, "mode is null");
      return this;
    }

    public Builder progress(Progress shown) {
      progress = requireNonNull(shown, "progress is null");
      return this;
    }

    public IngestJob build() {
      return new IngestJob(this);
    }
  }
}
