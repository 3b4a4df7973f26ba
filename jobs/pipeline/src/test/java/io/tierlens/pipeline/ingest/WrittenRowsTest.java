package io.tierlens.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.survey.FileDigest;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.formats.survey.PartSurvey;
import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.run.InputFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenRowsTest {

  @TempDir private Path folder;
  private final SparkSession spark = SparkSessions.shared();

  @Test
  void aTableWithOtherRowsThanTheFirstPassCountedIsRefused() {
    String path = folder.resolve("access").toString();
    spark
        .sql("SELECT * FROM VALUES ('a.log'), ('a.log'), ('b.log') AS rows(file)")
        .coalesce(1)
        .write()
        .parquet(path);

    assertThatCode(() -> require(path, file("a.log", 2), file("b.log", 1)))
        .doesNotThrowAnyException();
    for (List<SurveyedFile> files :
        List.of(
            List.of(file("a.log", 3), file("b.log", 1)),
            List.of(file("a.log", 2)),
            List.of(file("a.log", 1), file("b.log", 2)),
            List.of(file("a.log", 2), file("b.log", 1), file("c.log", 1)))) {
      assertThatThrownBy(() -> require(path, files.toArray(new SurveyedFile[0])))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("changed while it was read");
    }
  }

  private void require(String path, SurveyedFile... files) {
    WrittenRows.require(spark, Map.of("access", path), List.of(files));
  }

  private static SurveyedFile file(String name, long rows) {
    InputFile file =
        new InputFile("file:/" + name, name, 1, "apache-access", "h", Map.of(), List.of());
    PartSurvey text =
        new PartSurvey(
            rows,
            Map.of("access", rows),
            Map.of(),
            rows,
            0,
            0,
            0,
            Map.of(),
            null,
            null,
            Map.of(),
            Map.of(),
            Map.of());
    FileSurvey survey = new FileSurvey("apache-access", new FileDigest(1, "", ""), text);
    return new SurveyedFile(file, survey, null, List.of(), null);
  }
}
