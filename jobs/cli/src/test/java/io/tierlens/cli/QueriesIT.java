package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tierlens.cli.Program.Outcome;
import io.tierlens.pipeline.SparkSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The digest of the sample data's slow logs, from the lake and from the files. */
class QueriesIT {
  private static final Path SLOW_LOG = Path.of("sample-data/virtual/mysql/slow.log.gz");

  @Test
  void everyRunIsDigestedApartAndAddsUpToItsTable() throws Exception {
    JsonNode digests = digests("--lake", DemoLake.lake(), "--top", 7);
    assertThat(digests).hasSize(3);
    try (SparkSession spark = session()) {
      for (JsonNode zoned : digests) {
        JsonNode digest = zoned.get("digest");
        Row sums =
            spark
                .read()
                .parquet(
                    DemoLake.lake().resolve("query/run=" + digest.get("run").asText()).toString())
                .selectExpr(
                    "count(*)",
                    "sum(query_time_us)",
                    "sum(lock_time_us)",
                    "sum(rows_examined)",
                    "count(distinct fingerprint_id)")
                .first();
        assertThat(zoned.get("time_zone").asText()).isEqualTo("America/New_York");
        assertThat(zoned.get("time_zone_source").asText()).isEqualTo("run");
        JsonNode all = digest.get("all");
        assertThat(all.get("entries").asLong()).isEqualTo(sums.getLong(0)).isPositive();
        assertThat(all.get("total_us").asLong()).isEqualTo(sums.getLong(1)).isPositive();
        assertThat(all.get("lock_us").asLong()).isEqualTo(sums.getLong(2)).isPositive();
        assertThat(all.get("rows_examined").asLong()).isEqualTo(sums.getLong(3)).isPositive();
        assertThat(digest.get("fingerprints").asLong()).isEqualTo(sums.getLong(4));
        addsUp(digest);
        assertThat(digest.get("level").asText()).isEqualTo("L1c");
        assertThat(digest.get("database_tier").get("mean_us").asDouble()).isPositive();
      }
    }
  }

  private static void addsUp(JsonNode digest) {
    List<JsonNode> parts = new ArrayList<>(List.of(digest.get("others")));
    for (JsonNode row : digest.get("classes")) {
      parts.add(row.get("measures"));
      JsonNode tied = row.get("tied");
      double shares =
          tied.get("other_endpoints_share").asDouble() + tied.get("no_request_share").asDouble();
      for (JsonNode endpoint : tied.get("endpoints")) {
        shares += endpoint.get("share").asDouble();
      }
      assertThat(shares).isCloseTo(1, within(1e-6));
    }
    assertThat(parts).hasSize(8);
    for (String sum : List.of("entries", "statements", "total_us", "lock_us", "rows_sent")) {
      assertThat(parts.stream().mapToLong(part -> part.get(sum).asLong()).sum())
          .as(sum)
          .isEqualTo(digest.get("all").get(sum).asLong());
    }
  }

  @Test
  void aFileByItselfIsDigestedToo() throws Exception {
    JsonNode zoned =
        digests(
            SLOW_LOG,
            "--time-zone",
            "America/New_York",
            "--since",
            "2026-11-22T07:31:29",
            "--until",
            "-1m",
            "--top",
            1);
    JsonNode digest = zoned.get(0).get("digest");
    assertThat(zoned.get(0).get("time_zone_source").asText()).isEqualTo("option");
    assertThat(digest.get("range").get("since").asText()).isEqualTo("2026-11-22T12:31:29Z");
    assertThat(digest.get("run").isNull()).isTrue();
    assertThat(digest.get("database_tier").isNull()).isTrue();
    assertThat(digest.get("classes").get(0).get("example").get("file").asText())
        .isEqualTo(SLOW_LOG.toString());
    long chosen = digest.get("all").get("entries").asLong();
    try (SparkSession spark = session()) {
      Row entries =
          spark
              .read()
              .parquet(DemoLake.lake().resolve("query/run=virtual").toString())
              .selectExpr(
                  "count(*)",
                  "count_if(start_time >= '2026-11-22T12:31:29Z'"
                      + " AND start_time < (SELECT max(start_time) FROM parquet.`"
                      + DemoLake.lake().resolve("query/run=virtual").toAbsolutePath()
                      + "`) - INTERVAL 1 MINUTE)")
              .first();
      assertThat(digest.get("extent").get("entries").asLong()).isEqualTo(entries.getLong(0));
      // Without the evidence of the whole file an entry may have begun a little earlier.
      assertThat((double) chosen).isCloseTo((double) entries.getLong(1), withinPercentage(1));
      assertThat(chosen).isLessThan(entries.getLong(0));
    }
  }

  @Test
  void aWrongRunOrLakeIsSaid() throws Exception {
    Outcome run = Program.tierlens("queries", "--lake", DemoLake.lake(), "--run", "virtul").run();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.stderr()).contains("holds no run \"virtul\"; did you mean virtual?");
    Path empty = Workspace.fresh("empty-lake");
    Outcome without = Program.tierlens("queries", "--lake", empty).run();
    assertThat(without.exit()).isEqualTo(1);
    assertThat(without.stderr()).contains("is empty; fill it with: tierlens ingest");
  }

  private static JsonNode digests(Object... words) throws Exception {
    List<Object> all = new ArrayList<>(List.of("queries", "--format", "json"));
    all.addAll(List.of(words));
    JsonNode document =
        new ObjectMapper().readTree(Program.tierlens(all.toArray()).succeeds().stdout());
    assertThat(document.get("schema").asText()).isEqualTo("tierlens-queries/1");
    return document.get("digests");
  }

  private static SparkSession session() {
    return SparkSettings.apply(
        SparkSession.builder()
            .master("local[1]")
            .appName("queries")
            .config("spark.ui.enabled", "false")
            .getOrCreate());
  }
}
