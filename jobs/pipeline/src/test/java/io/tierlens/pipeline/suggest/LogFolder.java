package io.tierlens.pipeline.suggest;

import io.tierlens.pipeline.ingest.LocalSurvey;
import io.tierlens.pipeline.run.RunDescription;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunResolver;
import io.tierlens.pipeline.run.RunYaml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;

/** A folder of short logs of one recording, made for a test; it begins at 14:00 UTC. */
final class LogFolder {
  static final Instant BEGIN = Instant.parse("2026-07-06T14:00:00Z");

  private final Path folder;

  LogFolder(Path folder) {
    this.folder = folder;
  }

  /** A request every two seconds from some seconds after the beginning. */
  static String access(int from, int requests, String zone) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < requests; i++) {
      text.append("10.0.0.9 - - [")
          .append(local(from + 2 * i, zone, "dd/MMM/yyyy:HH:mm:ss xx"))
          .append("] \"GET /p/" + i + " HTTP/1.1\" 200 2326 \"-\" \"Mozilla/5.0\" 345678\n");
    }
    return text.toString();
  }

  /** A sample every ten seconds. */
  static String sar(String host, int samples, String zone, boolean twelveHours) {
    String clock = twelveHours ? "hh:mm:ss a" : "HH:mm:ss";
    StringBuilder text =
        new StringBuilder("Linux 2.6.18-8.el5 (" + host + ") \t")
            .append(local(0, zone, "MM/dd/yyyy"))
            .append(" \t_x86_64_\t(2 CPU)\n\n")
            .append(local(0, zone, clock))
            .append("  CPU  %user  %nice  %system  %iowait  %steal  %idle\n");
    for (int i = 1; i <= samples; i++) {
      text.append(local(10 * i, zone, clock))
          .append("  all  20.00  0.00  5.00  1.00  0.00  74.00\n");
    }
    return text.toString();
  }

  /** A statement every two seconds, as MySQL 8.0 writes them. */
  static String slowLog(int statements) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statements; i++) {
      Instant at = BEGIN.plusSeconds(2L * i);
      text.append("# Time: " + local(2 * i, "UTC", "yyyy-MM-dd'T'HH:mm:ss") + ".000100Z\n")
          .append("# User@Host: shop[shop] @ localhost []  Id: " + (5 + i) + "\n")
          .append("# Query_time: 0.001000  Lock_time: 0.0 Rows_sent: 1  Rows_examined: 1\n")
          .append("SET timestamp=" + at.getEpochSecond() + ";\nselect " + i + ";\n");
    }
    return text.toString();
  }

  private static String local(int seconds, String zone, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .format(BEGIN.plusSeconds(seconds).atZone(ZoneId.of(zone)));
  }

  LogFolder with(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    if (name.endsWith(".gz")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
        packed.write(text.getBytes(StandardCharsets.UTF_8));
      }
      Files.write(file, bytes.toByteArray());
    } else {
      Files.writeString(file, text);
    }
    return this;
  }

  String yaml() {
    Configuration configuration = new Configuration();
    RunInputs inputs = new RunResolver(configuration, "r", null).undescribed(folder.toString());
    return RunSuggestion.of(
            inputs, "told", LocalSurvey.of(inputs.files(), configuration), configuration)
        .yaml();
  }

  RunDescription suggested() {
    return RunYaml.parse("run.yaml", yaml());
  }
}
