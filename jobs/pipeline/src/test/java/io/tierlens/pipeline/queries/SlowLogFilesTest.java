package io.tierlens.pipeline.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests of slow logs by themselves. */
class SlowLogFilesTest {

  private static final String OLD_STAMPS =
      """
      the end of a statement that the file does not begin;
      # Time: 090123 10:00:00
      # User@Host: shop[shop] @ localhost []
      # Query_time: 2.500000  Lock_time: 0.000100 Rows_sent: 1  Rows_examined: 10
      select 1 from t;
      """;

  private static final String ISO_STAMPS =
      """
      # Time: 2009-01-23T15:00:10.500000Z
      # User@Host: shop[shop] @ localhost []  Id: 5
      # Query_time: 0.500000  Lock_time: 0.000000 Rows_sent: 2  Rows_examined: 2
      SET timestamp=1232722810;
      select 2 from t;
      # Time: 2009-01-23T15:00:20.000000Z
      # User@Host: shop[shop] @ localhost []  Id: 5
      # Query_time: 0.000010  Lock_time: 0.000000 Rows_sent: 0  Rows_examined: 0
      SET timestamp=1232722820;
      # administrator command: Quit;
      """;

  @TempDir private Path folder;

  private SlowLogFiles named(Object... names) throws IOException {
    return SlowLogFiles.of(
        java.util.Arrays.stream(names).map(Object::toString).toList(), new Configuration());
  }

  @Test
  void plainAndCompressedLogsMakeOneDigest() throws IOException {
    Path old = Files.writeString(folder.resolve("slow.log.1"), OLD_STAMPS);
    Path iso = folder.resolve("slow.log");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(iso))) {
      out.write(ISO_STAMPS.getBytes(StandardCharsets.UTF_8));
    }
    Path empty = Files.createFile(folder.resolve("new.log"));
    try (QueryLog log =
        QueryLog.ofFiles(SparkSessions.shared(), named(old, iso, empty), "America/New_York")) {
      LogExtent extent = log.extent();
      assertThat(extent.entries()).isEqualTo(3);
      assertThat(extent.unreadable()).isEqualTo(1);
      assertThat(extent.shortestUs()).isEqualTo(10);
      assertThat(extent.newest()).isEqualTo("2009-01-23T15:00:19.999990Z");
      // The old stamp is New York's, and whole seconds: it may be that of the start or of the end.
      assertThat(extent.oldest()).isEqualTo("2009-01-23T14:59:57.500Z");

      QueryDigest digest =
          new DigestJob(log, extent, TimeRange.ALL, ClassOrder.TOTAL, 5, Progress.NONE).run();
      assertThat(digest.run()).isNull();
      assertThat(digest.files()).containsExactly(old.toString(), iso.toString(), empty.toString());
      assertThat(digest.all().totalUs()).isEqualTo(3_000_010);
      assertThat(digest.fingerprints()).isEqualTo(1);
      assertThat(digest.classes()).extracting(QueryClass::command).containsExactly("Query", "Quit");
      QueryClass select = digest.classes().get(0);
      assertThat(select.example())
          .isEqualTo(
              new Example(
                  null,
                  old.toString(),
                  2,
                  2_500_000,
                  null,
                  "shop",
                  "select 1 from t",
                  15L,
                  "7A630065187CE7E5BCC8CFCF98576B16"));
      assertThat(select.measures().rowsExamined()).isEqualTo(12);
      assertThat(select.measures().startSlackUs()).isGreaterThan(3_000_000);
      QueryClass quit = digest.classes().get(1);
      assertThat(quit.fingerprint()).isNull();
      assertThat(quit.fingerprintId()).isNull();
      // Row counts of a command are left over from the statement before it.
      assertThat(quit.measures().rowsSent()).isNull();
      assertThat(quit.example().statement()).isNull();
    }
  }

  @Test
  void whatIsNoSlowLogIsSaid() throws IOException {
    Path access =
        Files.writeString(
            folder.resolve("access_log"),
            "10.0.0.1 - - [22/Nov/2026:07:16:38 -0500] \"GET / HTTP/1.1\" 200 10 \"-\" \"x\" 1\n");
    Path text = Files.writeString(folder.resolve("notes"), "one\ntwo\n");
    Path slow = Files.writeString(folder.resolve("slow.log"), ISO_STAMPS);
    refused(List.of(access), access + " is not a slow query log but of kind apache-access;");
    refused(List.of(text), text + " is not a slow query log: its first 2 lines have no header");
    refused(List.of(slow, folder), folder + " is a folder; name the slow logs in it");
    refused(List.of(folder.resolve("x.log")), folder.resolve("x.log") + ": there is no such file");
    refused(List.of(slow, slow), slow + " is named twice");
  }

  private void refused(List<Path> names, String message) {
    assertThatThrownBy(() -> named(names.toArray()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(message);
  }
}
