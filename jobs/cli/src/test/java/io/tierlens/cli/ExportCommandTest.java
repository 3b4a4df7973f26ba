package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command refuses before it begins Spark, and how files are written. */
class ExportCommandTest {

  @TempDir private Path folder;

  @Test
  void wrongUsageIsToldWithWhatIsRight() {
    refused("Missing required option", "--format", "otlp");
    refused("did you mean chrome-trace?", "--run", "r", "--format", "chrome_trace");
    refused("known are otlp, chrome-trace", "--run", "r", "--format", "zipkin");
    refused("--limit must be 1 or more, not 0", "--run", "r", "--format", "otlp", "--limit", "0");
    refused(
        "--min-probability must be from 0 to 1, not NaN",
        "--run",
        "r",
        "--format",
        "otlp",
        "--min-probability",
        "NaN");
    refused(
        "--since 2026-11-23 is later than --until 2026-11-22",
        "--run",
        "r",
        "--format",
        "otlp",
        "--since",
        "2026-11-23",
        "--until",
        "2026-11-22");
  }

  private static void refused(String message, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>(List.of("export", "--lake", "l"));
    words.addAll(List.of(arguments));
    int exit =
        Tierlens.run(
            new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(new String[0]));
    assertThat(err.toString()).contains(message);
    assertThat(out.toString()).isEmpty();
    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
  }

  @Test
  void aFileIsCompressedIfItsNameSaysSo() throws IOException {
    Path file = folder.resolve("new/trace.json.gz");
    OutputFile.write(file, out -> out.append("caf\u00e9"));
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(in.readAllBytes()).asString().isEqualTo("caf\u00e9");
    }
  }
}
