package io.tierlens.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.run.RunResolver;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample data in the lake: nothing of it is lost, and a second time gives the same. */
class SampleDataIT {
  @TempDir private Path folder;
  private final SparkSession spark = SparkSessions.shared();
  private Lake lake;

  @BeforeEach
  void makeLake() throws IOException {
    lake = Lake.create(folder.resolve("lake").toString(), new Configuration());
  }

  private List<SurveyedFile> ingest(Path path) {
    return IngestJob.builder()
        .spark(spark)
        .lake(lake)
        .run(
            new RunResolver(new Configuration(), null, null)
                .resolve(List.of(path.toString()))
                .get(0))
        .build()
        .run();
  }

  @Test
  void everyLineOfTheSampleDataIsAccountedFor() throws IOException {
    for (String run :
        List.of(
            "physical",
            "virtual",
            "virtual-4vcpu",
            "story-2009-physical",
            "story-2009-virtual-4vcpu",
            "story-2009-virtual-8vcpu",
            "story-2009-virtual-updated")) {
      List<SurveyedFile> files = ingest(Path.of("../../sample-data", run));

      assertThat(files).hasSizeGreaterThanOrEqualTo(5);
      assertThat(
              lake.table(spark, "ledger", run)
                  .where(
                      "lines <> record_lines + continuation_lines + ignored_lines + rejected_lines"
                          + " OR rejected_lines <> 0")
                  .collectAsList())
          .isEmpty();
      long tables = 0;
      for (String table : TableSchema.INGESTED) {
        if (!List.of("run", "ledger", "reject").contains(table)) {
          tables += lake.table(spark, table, run).count();
        }
      }
      assertThat(lake.table(spark, "ledger", run).selectExpr("sum(rows)").first().getLong(0))
          .isEqualTo(tables)
          .isPositive();
      for (SurveyedFile file : files) {
        Path path = Path.of("../../sample-data", run, file.file().name());
        assertThat(file.survey().bytes()).isEqualTo(Files.size(path));
      }
    }
  }

  @Test
  void aSecondIngestGivesTheSameBytes() throws IOException {
    Path sample = Path.of("../../sample-data/virtual");
    ingest(sample);
    Map<Path, byte[]> first = files();
    ingest(sample);
    Map<Path, byte[]> second = files();

    assertThat(second.keySet()).isEqualTo(first.keySet());
    assertThat(first).hasSizeGreaterThanOrEqualTo(TableSchema.INGESTED.size());
    first.forEach(
        (path, bytes) -> assertThat(second.get(path)).as(path.toString()).isEqualTo(bytes));
  }

  private Map<Path, byte[]> files() throws IOException {
    Map<Path, byte[]> files = new HashMap<>();
    try (Stream<Path> paths = Files.walk(folder.resolve("lake"))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path, Files.readAllBytes(path));
      }
    }
    return files;
  }
}
