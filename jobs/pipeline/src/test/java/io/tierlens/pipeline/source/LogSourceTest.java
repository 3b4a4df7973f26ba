package io.tierlens.pipeline.source;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.LogFormats;
import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engineer does with {@code spark.read().format("apache-access")}. */
class LogSourceTest {

  private static final String KIND = "apache-access";

  private static final String LINES =
      """
      10.0.0.1 - ann [22/Nov/2026:07:16:38 -0500] "GET /a.html?q=1 HTTP/1.1" 200 10 "-" "x" 1500
      no line of an access log
      127.0.0.1 - - [22/Nov/2026:07:16:39 -0500] "OPTIONS * HTTP/1.0" 200 - "-" "A (internal dummy connection)" 99
      10.0.0.2 - - [22/Nov/2026:07:16:40 -0500] "GET /b.html HTTP/1.1" 304 - "-" "x" 2500
      """;

  @TempDir private Path folder;
  private final SparkSession spark = SparkSessions.shared();

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private DataFrameReader access() {
    return spark.read().format(KIND);
  }

  private static List<String> texts(Dataset<Row> rows, String... columns) {
    return rows.selectExpr(columns).collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void everyKindIsADataSource() {
    List<String> names =
        StreamSupport.stream(ServiceLoader.load(DataSourceRegister.class).spliterator(), false)
            .filter(LogSource.class::isInstance)
            .map(DataSourceRegister::shortName)
            .toList();
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            LogFormats.all().stream().map(LogFormat::kind).toList());
  }

  @Test
  void needsNoOption() throws IOException {
    Path log = write("access_log", LINES);
    Dataset<Row> rows = access().load(log.toString());
    List<String> columns = new ArrayList<>(List.of(TableSchema.of("access").fieldNames()));
    columns.removeAll(List.of("request_key", "host", "file", "line"));
    columns.add("_corrupt_record");
    assertThat(rows.columns()).containsExactly(columns.toArray(new String[0]));
    assertThat(texts(rows, "path", "query_string", "user", "status", "duration_us", "start_time"))
        .containsExactly(
            "[/a.html,q=1,ann,200,1500,2026-11-22T12:16:38Z]",
            "[null,null,null,null,null,null]",
            "[/b.html,null,null,304,2500,2026-11-22T12:16:40Z]");
    assertThat(rows.count()).isEqualTo(3);
  }

  @Test
  void badLinesHaveAColumnOfTheirOwnAndAReason() throws IOException {
    Path log = write("access_log", LINES);
    Dataset<Row> bad = access().load(log.toString()).where(col("_corrupt_record").isNotNull());
    assertThat(texts(bad, "_corrupt_record", "_line", "substring_index(_file, '/', -1)"))
        .containsExactly("[no line of an access log,2,access_log]");
    assertThat(bad.select("_reason").first().getString(0)).contains("%");
    Dataset<Row> named = access().option("columnNameOfCorruptRecord", "bad").load(log.toString());
    assertThat(named.where("bad is not null").count()).isEqualTo(1);
    assertThatThrownBy(
            () -> access().option("columnNameOfCorruptRecord", "path").load(log.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is a column of that name; choose another");
  }

  @Test
  void modesAreSparksOwn() throws IOException {
    Path log = write("access_log", LINES);
    Dataset<Row> dropped = access().option("mode", "dropMalformed").load(log.toString());
    assertThat(dropped.columns()).doesNotContain("_corrupt_record");
    assertThat(dropped.count()).isEqualTo(2);
    assertThat(texts(dropped, "_line")).containsExactly("[1]", "[4]");
    assertThatThrownBy(
            () -> access().option("mode", "FAILFAST").load(log.toString()).collectAsList())
        .hasStackTraceContaining("access_log:2: ")
        .hasStackTraceContaining("mode FAILFAST stops here");
    assertThatThrownBy(() -> access().option("mode", "PERMISIVE").load(log.toString()))
        .isInstanceOf(UserError.class)
        .hasMessage("apache-access: option mode is \"PERMISIVE\"; did you mean PERMISSIVE?");
    // Without a column for them in the user's schema there is no row for them, as in JSON files.
    Dataset<Row> noColumn = access().schema("status INT").load(log.toString());
    assertThat(noColumn.count()).isEqualTo(2);
    Dataset<Row> withColumn =
        access().schema("status INT, _corrupt_record STRING").load(log.toString());
    assertThat(withColumn.count()).isEqualTo(3);
    assertThat(withColumn.select("status").count()).isEqualTo(3);
  }

  @Test
  void rejectsAreATableToo() throws IOException {
    Path log = write("access_log", LINES);
    Dataset<Row> rejects = access().option("table", "reject").load(log.toString());
    assertThat(texts(rejects, "line", "kind", "raw", "byte_offset", "host"))
        .containsExactly("[2,apache-access,no line of an access log,91,null]");
  }

  @Test
  void aSchemaChoosesColumnsAndMayAskForThoseOfTheLake() throws IOException {
    Path log = write("access_log", LINES);
    Dataset<Row> rows =
        access()
            .option("host", "www1")
            .schema("line BIGINT, host STRING, status INT, request_key BIGINT")
            .load(log.toString());
    assertThat(rows.columns()).containsExactly("line", "host", "status", "request_key");
    assertThat(texts(rows, "line", "host", "status"))
        .containsExactly("[1,www1,200]", "[4,www1,304]");
    assertThat(rows.select("request_key").distinct().count()).isEqualTo(2);
    assertThatThrownBy(() -> access().schema("statos INT").load(log.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("asks for a column \"statos\"; did you mean status?");
    assertThatThrownBy(() -> access().schema("status STRING").load(log.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("\"status\" as STRING, and it is INT; ask for that, and cast it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start_time >= '2026-11-22T12:16:39Z' | 1",
        "start_time > '2026-11-22T12:16:38Z' | 1",
        "start_time = '2026-11-22T12:16:38Z' | 1",
        "timestamp'2026-11-22T12:16:40Z' > start_time | 1",
        "start_time between '2026-11-22T12:16:38Z' and '2026-11-22T12:16:40Z' | 2",
        "start_time < '2026-11-22T12:16:38Z' | 0",
        "start_time >= '2026-11-22T12:16:39Z' and status = 200 | 0"
      })
  void filtersOfTheTimeReachTheReader(String filter, int count) throws IOException {
    Path log = write("access_log", LINES);
    Dataset<Row> rows = access().load(log.toString()).where(filter);
    assertThat(rows.collectAsList()).hasSize(count);
    assertThat(rows.count()).isEqualTo(count);
    assertThat(scan(rows.queryExecution().executedPlan()).toString())
        .contains("bounds [start_time");
  }

  @Test
  void otherFiltersAreSparksAffair() throws IOException {
    Path log = write("access_log", LINES);
    Dataset<Row> rows = access().load(log.toString()).where("start_time is null or status > 300");
    assertThat(rows.collectAsList()).hasSize(2);
    assertThat(scan(rows.queryExecution().executedPlan()).toString()).doesNotContain("bounds");
  }

  @Test
  void onlyWantedColumnsAreRead() throws IOException {
    Path log = write("access_log", LINES);
    Dataset<Row> rows = access().load(log.toString()).select("status");
    SparkPlan scan = scan(rows.queryExecution().executedPlan());
    assertThat(scan.toString()).contains("columns [status]");
  }

  /** Rows, their numbers and the bad ones do not depend on how a file is cut. */
  @ParameterizedTest
  @ValueSource(longs = {2_000, 40_000, 1 << 20})
  void partsOfAFileGiveItsRows(long partBytes) throws IOException {
    Path log = write("access_log", randomLog(600));
    Dataset<Row> whole = access().load(log.toString());
    Dataset<Row> parts = access().option("maxPartitionBytes", partBytes).load(log.toString());
    assertThat(whole.rdd().getNumPartitions()).isEqualTo(1);
    if (partBytes < Files.size(log)) {
      assertThat(parts.rdd().getNumPartitions()).isGreaterThan(1);
    }
    String[] columns = {"_line", "path", "start_time", "duration_us", "_corrupt_record", "_reason"};
    List<String> expected = texts(whole, columns);
    assertThat(expected).hasSizeGreaterThan(550);
    assertThat(texts(parts, columns)).isEqualTo(expected);
    assertThat(parts.count()).isEqualTo(whole.count());
    assertThat(parts.select("_line").distinct().count()).isEqualTo(whole.count());
  }

  private static String randomLog(int lines) {
    Random random = new Random(9);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      if (random.nextInt(50) == 0) {
        text.append("garbage ").append("g".repeat(random.nextInt(3_000)));
      } else {
        text.append("10.0.0.")
            .append(random.nextInt(255))
            .append(" - - [22/Nov/2026:07:16:")
            .append(10 + random.nextInt(50))
            .append(" -0500] \"GET /p")
            .append(i)
            .append(" HTTP/1.1\" 200 10 \"-\" \"x\" ")
            .append(random.nextInt(1_000_000));
      }
      text.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return text.toString();
  }

  @Test
  void pathsMayBeFoldersGlobsAndSeveral() throws IOException {
    Path one = write("logs/access_log", LINES);
    write("logs/access_log.1", LINES);
    write("logs/.hidden", LINES);
    write("logs/_SUCCESS", "");
    write("logs/old/access_log.2", LINES);
    String logs = folder.resolve("logs").toString();
    assertThat(access().load(logs).count()).isEqualTo(6);
    assertThat(access().option("recursiveFileLookup", "true").load(logs).count()).isEqualTo(9);
    assertThat(access().option("pathGlobFilter", "*.1").load(logs).count()).isEqualTo(3);
    assertThat(access().load(logs + "/access_log*").count()).isEqualTo(6);
    assertThat(access().load(one.toString(), logs + "/old/access_log.2").count()).isEqualTo(6);
    assertThatThrownBy(() -> access().load(logs + "/none"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing is at");
    Path empty = Files.createDirectories(folder.resolve("empty/below"));
    write("empty/below/access_log", LINES);
    assertThatThrownBy(() -> access().load(empty.getParent().toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("recursiveFileLookup = true");
    assertThatThrownBy(() -> access().load())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no path");
  }

  /** The machine's own files under another name: what is not there, is not looked for here. */
  public static final class OtherFiles extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("other:///");
    }
  }

  @Test
  void filesMayBeOnAnyFileSystemOfHadoop() throws IOException {
    Path log = write("access_log", LINES);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    hadoop.set("fs.other.impl", OtherFiles.class.getName());
    try {
      Dataset<Row> rows = access().option("maxPartitionBytes", 100).load("other://" + log);
      assertThat(texts(rows, "_line")).containsExactly("[1]", "[2]", "[4]");
      assertThat(rows.select("_file").first().getString(0)).isEqualTo("other:" + log);
    } finally {
      hadoop.unset("fs.other.impl");
    }
  }

  @ParameterizedTest
  @CsvSource({"gz", "bz2", "zst"})
  void compressedFilesAreReadByTheirContent(String codec) throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (OutputStream packing =
        switch (codec) {
          case "gz" -> new GZIPOutputStream(stored);
          case "bz2" -> new BZip2CompressorOutputStream(stored);
          default -> new ZstdOutputStream(stored);
        }) {
      packing.write(LINES.repeat(50).getBytes(StandardCharsets.UTF_8));
    }
    Path log = Files.write(folder.resolve("access_log"), stored.toByteArray());
    Dataset<Row> rows = access().option("maxPartitionBytes", 100).load(log.toString());
    assertThat(rows.rdd().getNumPartitions()).isEqualTo(1);
    assertThat(rows.count()).isEqualTo(150);
    assertThat(rows.where("_corrupt_record is null").count()).isEqualTo(100);
    assertThat(rows.agg(Map.of("_line", "max")).first().getLong(0)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timezone | America/New_Yrok | unknown time zone \"America/New_Yrok\"; did you mean America/New_York?",
        "formt | combined | unknown option \"formt\"; did you mean format?",
        "maxPartitionBytes | 10 MB | must be a number of bytes, not \"10 MB\"",
        "recursiveFileLookup | yes | must be true or false, not \"yes\"",
        "table | acces | option table is \"acces\"; did you mean access?"
      })
  void wrongOptionsAreNamed(String option, String value, String problem) throws IOException {
    Path log = write("access_log", LINES);
    assertThatThrownBy(() -> access().option(option, value).load(log.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("apache-access: ")
        .hasMessageContaining(problem);
  }

  @Test
  void formatAndCapAreOptions() throws IOException {
    Path log = write("access_log", "[22/Nov/2026:07:16:38 -0500] /a 7\n" + "x".repeat(200) + "\n");
    Dataset<Row> rows =
        access().option("format", "%t %U %D").option("maxLineBytes", "100").load(log.toString());
    assertThat(texts(rows, "path", "duration_us", "_reason"))
        .containsExactly(
            "[/a,7,null]", "[null,null,a line of 200 bytes, of which only 100 are looked at]");
  }

  @Test
  void theInterfaceShowsWhatWasRead() throws IOException {
    Path log = write("access_log", LINES);
    Dataset<Row> rows = access().option("mode", "DROPMALFORMED").load(log.toString());
    rows.collectAsList();
    SparkPlan scan = scan(rows.queryExecution().executedPlan());
    Map<String, Long> metrics =
        scala.jdk.javaapi.CollectionConverters.asJava(scan.metrics()).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
    assertThat(metrics)
        .containsEntry("logLines", 4L)
        .containsEntry("rejectedLogLines", 1L)
        .containsEntry("ignoredLogLines", 1L)
        .containsEntry("logBytes", (long) LINES.getBytes(StandardCharsets.UTF_8).length)
        .containsEntry("numOutputRows", 2L);
  }

  private static long value(SQLMetric metric) {
    return metric.value();
  }

  private static SparkPlan scan(SparkPlan plan) {
    return plan.collectLeaves().head();
  }

  @Test
  void sqlKnowsThemAsWell() throws IOException {
    Path log = write("access_log", LINES);
    for (String what : List.of("TEMPORARY VIEW", "TABLE")) {
      spark.sql(
          "CREATE "
              + what
              + " logs USING `apache-access` OPTIONS (path '"
              + log
              + "', mode 'DROPMALFORMED')");
      assertThat(texts(spark.sql("SELECT path FROM logs WHERE status = 304"), "path"))
          .containsExactly("[/b.html]");
      spark.sql("DROP " + what.replace("TEMPORARY ", "") + " logs");
    }
  }

  @Test
  void aKindWithTwoTablesIsAskedForOne() throws IOException {
    Path sar =
        write(
            "sar.txt",
            """
            Linux 6.1.0 (vm) \t11/22/26 \t_x86_64_\t(2 CPU)

            10:00:00        CPU     %user     %nice   %system   %iowait    %steal     %idle
            10:00:02        all      1.00      0.00      2.00      0.00      0.00     97.00
            """);
    DataFrameReader reader = spark.read().format("sar").option("timeZone", "America/New_York");
    assertThat(texts(reader.load(sar.toString()), "interval_end", "cpu", "system"))
        .containsExactly("[2026-11-22T15:00:02Z,-1,2.0]");
    assertThat(reader.option("table", "host_metric").load(sar.toString()).count()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // filter | rows | whether it reaches the reader
        "interval_end >= '2026-11-22T15:00:04Z' | 2 | true",
        "interval_end < '2026-11-22T15:00:04Z' | 1 | true",
        "interval_end = '2026-11-22T15:00:04Z' | 1 | true",
        "interval_start >= '2026-11-22T15:00:04Z' | 1 | true",
        "interval_start > '2026-11-22T15:00:02Z' | 1 | true",
        "interval_start = '2026-11-22T15:00:02Z' | 1 | true",
        "timestamp'2026-11-22T15:00:02Z' <= interval_start | 2 | true",
        "interval_start <= '2026-11-22T15:00:02Z' | 2 | false",
        "interval_start < '2026-11-22T15:00:02Z' | 1 | false"
      })
  void boundsOfSamplesReachTheReader(String filter, long expected, boolean pushed)
      throws IOException {
    Path sar =
        write(
            "sar.txt",
            """
            Linux 6.1.0 (vm) \t11/22/26 \t_x86_64_\t(2 CPU)

            10:00:00        CPU     %user     %nice   %system   %iowait    %steal     %idle
            10:00:02        all      1.00      0.00      2.00      0.00      0.00     97.00
            10:00:04        all      1.00      0.00      2.00      0.00      0.00     97.00
            10:00:06        all      1.00      0.00      2.00      0.00      0.00     97.00
            """);
    Dataset<Row> rows =
        spark
            .read()
            .format("sar")
            .option("timeZone", "America/New_York")
            .load(sar.toString())
            .where(filter);
    assertThat(rows.count()).isEqualTo(expected);
    String plan = rows.queryExecution().executedPlan().toString();
    assertThat(plan.contains("bounds [interval_")).as(plan).isEqualTo(pushed);
  }
}
