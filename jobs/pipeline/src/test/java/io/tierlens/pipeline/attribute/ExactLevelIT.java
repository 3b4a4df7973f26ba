package io.tierlens.pipeline.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.ingest.IngestJob;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.run.RunResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids in the logs of three programs, from their bytes to the tables. */
class ExactLevelIT {
  @TempDir private Path folder;
  private final SparkSession spark = SparkSessions.shared();

  @Test
  void idsTieWhatStampsCannot() throws IOException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Files.writeString(
        logs.resolve("run.yaml"),
        """
        run: exact
        hosts:
          www1: {tiers: [web, app], time-zone: UTC}
          db1: {tiers: [db], time-zone: UTC}
        logs:
          - {kind: apache-access, host: www1, path: access_log, format: '%h %l %u %t "%r" %>s %b %D %{UNIQUE_ID}e'}
          - {kind: app-timing, host: www1, path: app.tsv}
          - {kind: mysql-slow-log, host: db1, path: slow.log}
        """);
    // Two requests at once for one page; the clock of the database server is a minute ahead.
    Files.writeString(
        logs.resolve("access_log"),
        """
        192.0.2.1 - - [22/Nov/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 9 2000000 first
        192.0.2.2 - - [22/Nov/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 9 2000000 second
        """);
    Files.writeString(
        logs.resolve("app.tsv"),
        """
        start\tduration_us\tpath\trequest_id
        1795348800.1\t1500000\t/a\tsecond
        1795348800.1\t1000000\t/a\tfirst
        """);
    StringBuilder slow = new StringBuilder();
    String[] ids = {"second", "first", "second"};
    for (int i = 0; i < ids.length; i++) {
      slow.append("# Time: 2026-11-22T12:01:01.0")
          .append(i)
          .append("0000Z\n# User@Host: shop[shop] @ localhost []  Id:     7\n")
          .append("# Query_time: 0.010000  Lock_time: 0.000000 Rows_sent: 1  Rows_examined: 1\n")
          .append("SET timestamp=1795348861;\nselect ")
          .append(i)
          .append(" /* request_id='")
          .append(ids[i])
          .append("' */;\n");
    }
    Files.writeString(logs.resolve("slow.log"), slow);

    Configuration configuration = new Configuration();
    Lake lake = Lake.create(folder.resolve("lake").toString(), configuration);
    IngestJob.builder()
        .spark(spark)
        .lake(lake)
        .run(new RunResolver(configuration, null, null).resolve(List.of(logs.toString())).get(0))
        .build()
        .run();
    AttributeJob.of(spark, lake, "exact", Progress.NONE).run();

    List<Row> rows =
        lake.table(spark, "request", "exact")
            .join(
                lake.table(spark, "access", "exact").select("request_key", "request_id"),
                "request_key")
            .orderBy("request_id")
            .select("request_id", "level", "web_self_us", "app_self_us", "db_us", "query_count")
            .collectAsList();
    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly("[first,L0,1000000,990000,10000,1]", "[second,L0,500000,1480000,20000,2]");
    assertThat(
            lake.table(spark, "query_assignment", "exact")
                .where("level = 'L0' and probability = 1")
                .count())
        .isEqualTo(3);
  }
}
