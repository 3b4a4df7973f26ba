package io.tierlens.pipeline.ingest;

import io.tierlens.formats.record.Reject;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.pipeline.run.HostDescription;
import io.tierlens.pipeline.run.InputFile;
import io.tierlens.pipeline.run.RunDescription;
import io.tierlens.pipeline.run.WindowDescription;
import io.tierlens.pipeline.schema.Instants;
import io.tierlens.pipeline.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Rows that need no reading: of the run as a whole, and those that the first pass has kept. */
final class RunRows {

  private RunRows() {}

  static Dataset<Row> run(SparkSession spark, RunDescription run) {
    List<Row> hosts = new ArrayList<>();
    for (HostDescription host : run.hosts()) {
      hosts.add(
          RowFactory.create(
              host.name(),
              host.tiers().toArray(new String[0]),
              host.timeZone(),
              host.cores(),
              host.hypervisor(),
              host.domain()));
    }
    List<Row> windows = new ArrayList<>();
    for (WindowDescription window : run.windows()) {
      windows.add(
          RowFactory.create(
              window.name(),
              Instants.ofMicros(window.startUs()),
              Instants.ofMicros(window.endUs())));
    }
    Row row =
        RowFactory.create(
            run.environment(),
            run.description(),
            hosts.toArray(new Row[0]),
            windows.toArray(new Row[0]));
    return frame(spark, "run", List.of(row));
  }

  static Dataset<Row> ledger(SparkSession spark, List<SurveyedFile> files) {
    List<Row> rows = new ArrayList<>();
    for (SurveyedFile surveyed : files) {
      InputFile file = surveyed.toRead();
      FileSurvey survey = surveyed.survey();
      Map<String, String> facts = new TreeMap<>(survey.text().facts());
      if (!file.evidence().isEmpty()) {
        facts.put("kind recognised by", String.join("; ", file.evidence()));
      }
      rows.add(
          RowFactory.create(
              file.host(),
              file.name(),
              file.kind(),
              survey.bytes(),
              survey.lines(),
              survey.totalRows(),
              survey.text().recordLines(),
              survey.text().continuationLines(),
              survey.text().ignoredLines(),
              survey.rejectedLines(),
              Instants.ofNullableMicros(survey.text().firstTimeUs()),
              Instants.ofNullableMicros(survey.text().lastTimeUs()),
              survey.digest().sha256(),
              survey.text().ignored(),
              file.options(),
              facts));
    }
    return frame(spark, "ledger", rows);
  }

  /** Table reject, of files whose rejects have all been kept. */
  static Dataset<Row> rejects(SparkSession spark, List<SurveyedFile> files) {
    List<Row> rows = new ArrayList<>();
    for (SurveyedFile surveyed : files) {
      InputFile file = surveyed.file();
      for (Reject reject : surveyed.rejects()) {
        rows.add(
            RowFactory.create(
                file.host(),
                file.name(),
                reject.line(),
                reject.lines(),
                reject.byteOffset(),
                file.kind(),
                reject.reason(),
                reject.raw(),
                reject.rawLength()));
      }
    }
    return frame(spark, "reject", rows);
  }

  private static Dataset<Row> frame(SparkSession spark, String table, List<Row> rows) {
    return spark.createDataFrame(rows, TableSchema.of(table)).coalesce(1);
  }
}
