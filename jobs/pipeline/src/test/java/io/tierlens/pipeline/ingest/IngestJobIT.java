package io.tierlens.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunResolver;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestJobIT {

  private static final String ACCESS =
      """
      10.0.0.1 - - [22/Nov/2026:07:16:38 -0500] "GET /a.html HTTP/1.1" 200 10 "-" "x" 1500
      10.0.0.1 - - [22/Nov/2026:07:16:39 -0500] "GET /b.html HTTP/1.1" 200 10 "-" "x" 2500
      """;

  private static final String RUN =
      """
      run: r
      hosts: {www1: {tiers: [web], time-zone: America/New_York}}
      logs:
        - {kind: apache-access, path: "access*"}
      """;

  private static final String PART_BYTES = "spark.sql.files.maxPartitionBytes";

  @TempDir private Path folder;
  private final SparkSession spark = SparkSessions.shared();
  private Path logs;
  private Lake lake;

  @BeforeEach
  void makeFolders() throws IOException {
    logs = Files.createDirectory(folder.resolve("logs"));
    lake = Lake.create(folder.resolve("lake").toString(), new Configuration());
    write("run.yaml", RUN);
  }

  /**
   * Long files are read in parts; where they are cut shows nowhere, not in rows, keys or ledger.
   */
  @Test
  void theSizeOfThePartsDoesNotMatter() throws IOException {
    write(
        "run.yaml",
        "run: r\nlogs: [{path: 'a*'}, {path: 'error*'}, {path: 'user*'}, {path: slow.log}]\n");
    Path sample = Path.of("../../sample-data/virtual");
    byte[] access = Files.readAllBytes(sample.resolve("apache/access_log"));
    Files.write(logs.resolve("access_log"), Arrays.copyOf(access, 60_000));
    access[5_000] = 0;
    access[9_999] = '\n';
    Files.write(logs.resolve("access_log.1"), Arrays.copyOf(access, 30_000));
    write("error.log", Files.readString(sample.resolve("interchange/error.log")).repeat(9));
    Files.copy(sample.resolve("interchange/usertrack"), logs.resolve("usertrack"));
    try (InputStream slow =
        new GZIPInputStream(Files.newInputStream(sample.resolve("mysql/slow.log.gz")))) {
      Files.write(logs.resolve("slow.log"), slow.readNBytes(60_000));
    }

    ingest(logs);
    Map<String, List<String>> whole = rows();
    spark.conf().set(PART_BYTES, "7000");
    try {
      ingest(logs);
    } finally {
      spark.conf().unset(PART_BYTES);
    }

    assertThat(whole.get("access")).hasSizeGreaterThan(400);
    assertThat(whole.get("reject")).hasSizeGreaterThan(1);
    assertThat(whole.get("query")).hasSizeGreaterThan(100);
    assertThat(rows()).isEqualTo(whole);
  }

  /** More rejects than the first pass keeps are read by the second, and are the same. */
  @Test
  void manyRejectsAreKeptAsWellAsFew() throws IOException {
    for (int count : new int[] {3, 5_000}) {
      StringBuilder text = new StringBuilder(ACCESS);
      for (int i = 0; i < count; i++) {
        text.append("garbage number ").append(i).append('\n');
      }
      write("access_log", text.toString());
      List<SurveyedFile> files = ingest(logs);

      assertThat(files.get(0).survey().rejectedLines()).isEqualTo(count);
      assertThat(files.get(0).rejects()).hasSizeLessThan(3_000);
      assertThat(files.get(0).firstRejects()).hasSize(3);
      List<Row> rejects = lake.table(spark, "reject", "r").orderBy("line").collectAsList();
      assertThat(rejects).hasSize(count);
      for (int i = 0; i < count; i++) {
        Row row = rejects.get(i);
        assertThat(row.<String>getAs("raw")).isEqualTo("garbage number " + i);
        assertThat(row.<Long>getAs("line")).isEqualTo(i + 3);
        assertThat(row.<String>getAs("host")).isEqualTo("www1");
        assertThat(row.<String>getAs("reason")).isNotBlank();
      }
    }
  }

  /** The beginning of a file decides its format, also for the parts that look otherwise. */
  @Test
  void aStatedKindIsReadAlikeInAllParts() throws IOException {
    String untimed = ACCESS.replaceAll(" \\d+\n", "\n");
    write("access_log", ACCESS.repeat(120) + untimed.repeat(60));

    ingest(logs);
    Map<String, List<String>> whole = rows();
    spark.conf().set(PART_BYTES, "9000");
    try {
      ingest(logs);
    } finally {
      spark.conf().unset(PART_BYTES);
    }

    assertThat(whole.get("access")).hasSize(240);
    assertThat(whole.get("reject")).hasSize(120);
    assertThat(rows()).isEqualTo(whole);
  }

  private Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new HashMap<>();
    for (String table : TableSchema.INGESTED) {
      rows.put(
          table,
          lake.table(spark, table, "r").collectAsList().stream()
              .map(Row::toString)
              .sorted()
              .toList());
    }
    return rows;
  }

  @Test
  void aReplacedRunLosesWhatWasDerivedFromIt() throws IOException {
    write("access_log", ACCESS);
    ingest(logs);
    Files.createDirectories(folder.resolve("lake/request/run=r"));
    ingest(logs);

    assertThat(folder.resolve("lake/request/run=r")).doesNotExist();
  }

  @Test
  void rejectsAreKeptWithFileLineAndReason() throws IOException {
    write("access_log", ACCESS + "half a li\n" + ACCESS);
    List<SurveyedFile> files = ingest(logs);

    assertThat(files.get(0).survey().rejectedLines()).isEqualTo(1);
    Row reject = lake.table(spark, "reject", "r").first();
    assertThat(reject.<String>getAs("file")).isEqualTo("access_log");
    assertThat(reject.<Long>getAs("line")).isEqualTo(3);
    assertThat(reject.<Long>getAs("byte_offset")).isEqualTo(ACCESS.length());
    assertThat(reject.<String>getAs("raw")).isEqualTo("half a li");
    assertThat(reject.<String>getAs("reason")).isNotBlank();
    assertThat(lake.table(spark, "access", "r").count()).isEqualTo(4);
  }

  @Test
  void failfastWritesNothing() throws IOException {
    write("access_log", ACCESS);
    ingest(logs);
    write("access_log", ACCESS + ACCESS + "half a li\n");

    assertThatThrownBy(() -> ingest(logs, IngestJob.Mode.FAILFAST))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("access_log:5: ");
    assertThat(lake.table(spark, "access", "r").count()).isEqualTo(2);
  }

  @Test
  void aLogAndItsCopyAreNotCountedTwice() throws IOException {
    write("access_log", ACCESS);
    Files.write(logs.resolve("access_log.1.gz"), gzip(ACCESS));

    assertThatThrownBy(() -> ingest(logs))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("access_log")
        .hasMessageContaining("access_log.1.gz")
        .hasMessageContaining("the same text");
    assertThat(lake.runs()).isEmpty();
  }

  @Test
  void aGzipThatEndsEarlyKeepsWhatItHeld() throws IOException {
    String many = ACCESS.repeat(2000);
    byte[] whole = gzip(many);
    Files.write(logs.resolve("access_log.gz"), Arrays.copyOf(whole, whole.length / 2));
    List<SurveyedFile> files = ingest(logs);

    assertThat(files.get(0).survey().bytes()).isEqualTo(whole.length / 2);
    assertThat(files.get(0).survey().addsUp()).isTrue();
    assertThat(files.get(0).survey().rejectedLines()).isEqualTo(1);
    assertThat(lake.table(spark, "access", "r").count()).isPositive();
    assertThat(lake.table(spark, "reject", "r").first().<String>getAs("reason"))
        .contains("compressed stream is broken");
  }

  @Test
  void aFolderWithoutLogsIsRefused() throws IOException {
    Files.delete(logs.resolve("run.yaml"));
    assertThatThrownBy(() -> ingest(logs))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there are no files");

    write("letter.txt", "Dear Sir or Madam,\n");
    assertThatThrownBy(() -> ingest(logs))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none of its 1 files is a log of a known kind");
  }

  @Test
  void aPathThatMatchesNothingIsNamedWithItsLine() {
    assertThatThrownBy(() -> ingest(logs))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("run.yaml:4: no file matches \"access*\"");
  }

  @Test
  void aFileOfNoKnownKindBesideLogsIsARejectAsAWhole() throws IOException {
    Files.delete(logs.resolve("run.yaml"));
    write("access_log", ACCESS);
    write("letter.txt", "Dear Sir or Madam,\nyours\n");
    ingest(logs);

    Row ledger = lake.table(spark, "ledger", "logs").where("kind = 'unknown'").first();
    assertThat(ledger.<Long>getAs("rejected_lines")).isEqualTo(2);
    Row reject = lake.table(spark, "reject", "logs").first();
    assertThat(reject.<Long>getAs("lines")).isEqualTo(2);
    assertThat(reject.<String>getAs("host")).isNull();
  }

  @Test
  void looseFilesOfSeveralMachinesAreNotTakenForOne() throws IOException {
    Files.delete(logs.resolve("run.yaml"));
    write("access_log", ACCESS);
    String rows = "07:16:34 CPU %user %nice %system %idle\n07:16:36 all 1.00 0.00 1.00 98.00\n";
    write("sar-guest", "Linux 2.4.9 (www1) \t11/22/26\n\n" + rows);
    write("sar-host", "Linux 2.6.18 (dom0) \t11/22/26\n\n" + rows);

    assertThatThrownBy(() -> ingest(logs))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("dom0=sar-host, www1=sar-guest")
        .hasMessageContaining("write a run.yaml");
    Files.delete(logs.resolve("sar-host"));
    assertThat(ingest(logs)).hasSize(2);
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndNothingIsWritten() throws IOException {
    write("access_log", ACCESS);
    RunInputs inputs = resolve(logs);
    Files.delete(logs.resolve("access_log"));

    assertThatThrownBy(() -> job(inputs, IngestJob.Mode.PERMISSIVE).run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("access_log: cannot be read");
    assertThat(lake.runs()).isEmpty();
    assertThat(folder.resolve("lake/_staging")).doesNotExist();
  }

  @Test
  void samplesGoToTheMachineThatTheFileNamesOnTheDayThatOtherLogsTell() throws IOException {
    write(
        "run.yaml",
        """
        run: r
        hosts:
          www1: {tiers: [web], time-zone: America/New_York}
          db1: {tiers: [db], time-zone: America/New_York}
        logs:
          - {kind: apache-access, host: www1, path: "access*"}
          - {kind: sar, path: "sar*"}
        """);
    write("access_log", ACCESS.replace("22/Nov", "06/Nov"));
    String day =
        """
         \t06/11/26 \t_x86_64_\t(2 CPU)

        07:10:00        CPU     %user     %nice   %system   %iowait    %steal     %idle
        07:20:00        all      1.00      0.00      2.00      0.00      0.00     97.00
        """;
    write(
        "sar.txt",
        "Linux 6.1.0 (www1.example.com)"
            + day
            + "Linux 6.1.0 (DB1)"
            + day
            + "Linux 6.1.0 (mail)"
            + day);

    List<SurveyedFile> files = ingest(logs);

    assertThat(
            lake.table(spark, "cpu_sample", "r")
                .orderBy("line")
                .selectExpr("host", "host_name", "cast(interval_start as string)")
                .collectAsList())
        .extracting(Object::toString)
        .containsExactly(
            "[www1,www1.example.com,2026-11-06 12:10:00]",
            "[db1,DB1,2026-11-06 12:10:00]",
            "[www1,mail,2026-11-06 12:10:00]");
    assertThat(lake.table(spark, "cpu_sample", "r").where("host = 'db1'").count()).isOne();
    assertThat(RunDoubts.of(files))
        .containsExactly(
            "sar.txt is of several machines, and no host of the run is named mail: what they say is"
                + " taken for that of www1");
  }

  @Test
  void aFileThatEndsTooEarlyIsKeptWithTheReasonThoughAllItsLinesWereRead() throws IOException {
    write("access_log", ACCESS);
    write(
        "sadf.json",
        """
        {"sysstat": {"hosts": [{"nodename": "www1", "statistics": [
        {"timestamp": {"date": "2026-11-22", "time": "12:16:38", "utc": 1, "interval": 2},
        "queue": {"runq-sz": 5}},
        """);
    write("run.yaml", RUN + "  - {kind: sadf, path: \"sadf*\"}\n");

    List<SurveyedFile> files = ingest(logs);

    assertThat(files.get(1).survey().rejectedLines()).isZero();
    assertThat(lake.table(spark, "host_metric", "r").count()).isOne();
    assertThat(
            lake.table(spark, "reject", "r")
                .selectExpr("file", "line", "lines", "reason")
                .collectAsList())
        .extracting(Object::toString)
        .containsExactly("[sadf.json,3,0,the file ends within the JSON]");
  }

  @Test
  void aFileThatGrowsMeanwhileIsRefused() throws IOException {
    write("access_log", ACCESS);
    RunInputs inputs = resolve(logs);
    write("access_log", ACCESS + ACCESS);

    assertThatThrownBy(() -> job(inputs, IngestJob.Mode.PERMISSIVE).run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("still being written");
  }

  private List<SurveyedFile> ingest(Path path) {
    return ingest(path, IngestJob.Mode.PERMISSIVE);
  }

  private List<SurveyedFile> ingest(Path path, IngestJob.Mode mode) {
    return job(resolve(path), mode).run();
  }

  private static RunInputs resolve(Path path) {
    return new RunResolver(new Configuration(), null, null)
        .resolve(List.of(path.toString()))
        .get(0);
  }

  private IngestJob job(RunInputs inputs, IngestJob.Mode mode) {
    return IngestJob.builder().spark(spark).lake(lake).run(inputs).mode(mode).build();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(logs.resolve(name), text);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
