package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.LogFormats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** PySpark with nothing of ours but the jar. */
class DataSourceIT {

  private static final Path PAGE = Path.of("docs/data-sources.md");

  private static Outcome python(String script) throws Exception {
    Path file = Workspace.fresh("data-source").resolve("script.py");
    Files.writeString(file, script);
    return Program.of(PythonEnvironment.notebooks().python(), file)
        .with("SPARK_LOCAL_IP", "127.0.0.1")
        .succeeds();
  }

  @Test
  void thePageRunsAsItStands() throws Exception {
    Matcher block =
        Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    Outcome outcome = python(block.group(1));
    assertThat(outcome.stdout())
        .contains("|endpoint", "|GET /cgi-bin/strap/index.html", "0 lines could not be read");
  }

  @Test
  void thePageNamesEveryKind() throws Exception {
    String page = Files.readString(PAGE);
    for (LogFormat format : LogFormats.all()) {
      assertThat(page).contains("| `" + format.kind() + "` |");
    }
  }

  /** Rows, kept lines, bounds and parts of files through Python. */
  @Test
  void aSessionReadsEveryKindOfTheSampleData() throws Exception {
    Outcome outcome =
        python(
            """
            from pyspark.sql import SparkSession

            spark = (SparkSession.builder.master("local[2]")
                     .config("spark.jars", "target/tierlens.jar")
                     .config("spark.sql.session.timeZone", "UTC").getOrCreate())
            run = "sample-data/virtual/"
            zone = "America/New_York"

            def read(kind, path, **options):
                return spark.read.format(kind).options(**options).load(run + path)

            access = read("apache-access", "apache/access_log", mode="DROPMALFORMED")
            print("access", access.count())
            print("later", access.where("start_time >= '2026-11-22T12:37:33Z'").count())
            parts = read("apache-access", "apache/access_log", maxPartitionBytes=5000)
            print("parts", parts.rdd.getNumPartitions() > 10, parts.count(),
                  parts.select("_line").distinct().count())
            print("bench", read("interchange-bench", "interchange/bench.log").count())
            print("usertrack", read("interchange-usertrack", "interchange/usertrack").count())
            print("error", read("interchange-error", "interchange/error.log").count())
            print("slow", read("mysql-slow-log", "mysql/slow.log.gz", timeZone=zone).count())
            print("sar", read("sar", "sar", timeZone=zone).count())
            print("xentop", read("xentop", "xentop/xentop.txt").count())
            print("kept", spark.read.format("apache-access").load("README.md")
                  .where("_corrupt_record like '# tierlens%'").count())
            """);
    assertThat(outcome.stdout().lines())
        .containsExactly(
            "access 600",
            "later 8",
            "parts True 600 600",
            "bench 399",
            "usertrack 399",
            "error 7",
            "slow 19146",
            "sar 852",
            "xentop 687",
            "kept 1");
  }
}
