package io.tierlens.formats.apptiming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/app-timing.md shows is run, and what it writes is read. */
class AppTimingDocTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "app-timing.md");

  private final AppTiming format = new AppTiming();

  @TempDir Path folder;

  private static String block(String language) throws IOException {
    Matcher block =
        Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(PAGE));
    assertThat(block.find()).as(language).isTrue();
    return block.group(1);
  }

  private static void requires(String program, String version) throws InterruptedException {
    try {
      if (run(program, version) != 0) {
        abort(program + " does not run here");
      }
    } catch (IOException e) {
      abort("there is no " + program + ": " + e.getMessage());
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exit = process.waitFor();
    assertThat(output).as(String.join(" ", command)).doesNotContain("cannot", "Traceback");
    return exit;
  }

  private Reading read(Path log) throws IOException {
    byte[] text = Files.readAllBytes(log);
    assertThat(format.sniff(Reading.head(text))).isPresent();
    Reading reading = Reading.of(format, ReadOptions.NONE, text);
    assertThat(reading.reasons()).isEmpty();
    return reading;
  }

  @Test
  void theRoutinesOfInterchangeWriteWhatIsRead() throws IOException, InterruptedException {
    requires("perl", "-v");
    Path config = Files.writeString(folder.resolve("interchange.cfg"), block("perl"));
    Path program = folder.resolve("interchange.pl");
    Files.write(program, Reading.resource("apptiming/interchange.pl"));
    Path log = folder.resolve("app-timing.log");
    assertThat(run("perl", program.toString(), config.toString(), log.toString(), "4", "25"))
        .isZero();

    Reading reading = read(log);
    assertThat(reading.rows()).hasSize(100);
    assertThat(reading.ignored().get("column header")).isBetween(1L, 4L);
    assertThat(reading.all("start_slack_us")).containsOnly(0L);
    assertThat(reading.all("complete")).containsOnly(true);
    assertThat(reading.all("path")).containsOnly("/cgi-bin/shop/page.html");
    assertThat(reading.all("session")).containsOnly("s1", "s2", "s3", "s4");
    assertThat(reading.all("request_id")).doesNotHaveDuplicates().contains("u1-1", "u4-25");
    assertThat(reading.all("pid").stream().distinct()).hasSize(4);
    for (Row row : reading.rows()) {
      assertThat(row.whole("duration_us")).isGreaterThanOrEqualTo(2_000);
      assertThat(row.get("page"))
          .isEqualTo(row.text("request_id").endsWith("-1") ? "tab\tback\\slash\nline" : null);
    }
  }

  @Test
  void theMiddlewareOfPythonWritesWhatIsRead() throws IOException, InterruptedException {
    requires("python3", "--version");
    Path program = folder.resolve("app.py");
    Path log = folder.resolve("app-timing.log");
    Files.writeString(
        program,
        block("python")
            + """

            import sys
            from wsgiref.util import setup_testing_defaults

            def shop(environ, start_response):
                start_response("200 OK", [])
                yield b"one"
                yield b"two"

            for restart in range(2):
                app = AppTiming(shop, sys.argv[1])
                for path in ["/index.html", "/tab\\there", "/\\u00c3\\u00a9"]:
                    environ = {"PATH_INFO": path, "UNIQUE_ID": "u1"}
                    setup_testing_defaults(environ)
                    assert b"".join(app(environ, lambda *args: None)) == b"onetwo"
            """);
    assertThat(run("python3", program.toString(), log.toString())).isZero();

    Reading reading = read(log);
    assertThat(reading.all("path"))
        .isEqualTo(List.of("/index.html", "/tab\there", "/é", "/index.html", "/tab\there", "/é"));
    assertThat(reading.all("request_id")).containsOnly("u1");
    assertThat(reading.ignored()).containsEntry("column header", 2L);
  }

  @Test
  void theExampleIsRead() throws IOException {
    Reading reading = Reading.of(format, block("text"));
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.all("complete")).containsExactly(true, false);
  }
}
