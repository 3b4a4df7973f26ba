package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.ingest.LocalSurvey;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/what-to-log.md says to log, held against logs that servers so configured wrote. */
class WhatToLogTest {
  private static final Path PAGE = Path.of("../../docs/what-to-log.md");
  private static final Path LOGS = Path.of("src/test/resources/what-to-log");

  @TempDir private Path folder;

  private static List<SurveyedFile> survey(Path logs) {
    Configuration configuration = new Configuration();
    RunInputs run = new RunResolver(configuration, null, null).undescribed(logs.toString());
    return LocalSurvey.of(run.files(), configuration);
  }

  private static SurveyedFile ofKind(List<SurveyedFile> files, String kind) {
    return files.stream().filter(file -> file.file().kind().equals(kind)).findFirst().orElseThrow();
  }

  /** The one match of a pattern in the page. */
  private static List<String> inPage(String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult match) -> match.group())
        .toList();
  }

  private Path stated(String format, String line) throws IOException {
    Files.writeString(folder.resolve("access.log"), line + "\n");
    Files.writeString(
        folder.resolve("run.yaml"),
        """
        run: x
        logs:
          - kind: apache-access
            path: access.log
            format: '%s'
        """
            .formatted(format.replace("'", "''")));
    return folder;
  }

  private List<SurveyedFile> described(Path run) {
    Configuration configuration = new Configuration();
    RunInputs inputs =
        new RunResolver(configuration, null, null).resolve(List.of(run.toString())).get(0);
    return LocalSurvey.of(inputs.files(), configuration);
  }

  @Test
  void theLogFormatsAreRead() throws IOException {
    List<String> formats = inPage("^LogFormat .*$");
    assertThat(formats).hasSize(2);
    String line = Files.readAllLines(LOGS.resolve("ids/access.log")).get(0);
    SurveyedFile best = described(stated(formats.get(0), line)).get(0);
    assertThat(best.survey().text().present())
        .containsEntry("duration_us", 1L)
        .containsEntry("request_id", 1L);
    assertThat(best.survey().text().firstTimeUs()).isEqualTo(1795665321272446L);
    String timed = line.replaceFirst("\" [0-9.]+ (\\d+) \\S+$", "\" $1");
    SurveyedFile plain = described(stated(formats.get(1), timed)).get(0);
    assertThat(plain.survey().text().present()).isEqualTo(Map.of("duration_us", 1L));
    assertThat(plain.survey().rejectedLines()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ids", "connections"})
  void theirLogsAreRecognisedWithoutAWord(String recording) {
    List<SurveyedFile> files = survey(LOGS.resolve(recording));
    assertThat(files)
        .extracting(file -> file.file().kind())
        .containsExactly("apache-access", "app-timing", "sar", "mysql-slow-log");
    assertThat(files).allMatch(file -> file.survey().rejectedLines() == 0);
    assertThat(ofKind(files, "apache-access").file().options().get("format"))
        .isEqualTo("combined %{begin:sec}t.%{begin:usec_frac}t %D %{UNIQUE_ID}e");
    SurveyedFile slow = ofKind(files, "mysql-slow-log");
    assertThat(slow.survey().text().present().get("thread_id"))
        .isEqualTo(slow.survey().rows().get("query"));
    SurveyedFile timing = ofKind(files, "app-timing");
    assertThat(timing.survey().text().present())
        .containsOnlyKeys("duration_us", "pid", "request_id")
        .containsEntry("pid", timing.survey().rows().get("app_event"));
  }

  @Test
  void theExportOfSadfTellsItsOwnZone() throws IOException {
    assertThat(inPage("^sadf -j .*$")).hasSize(1);
    SurveyedFile export = survey(LOGS.resolve("sadf")).get(0);
    assertThat(export.file().kind()).isEqualTo("sadf");
    assertThat(export.survey().rejectedLines()).isZero();
    assertThat(export.survey().rows()).containsOnlyKeys("cpu_sample");
    assertThat(export.survey().text().firstTimeUs())
        .isBetween(1795664820_000_000L, 1795664830_000_000L);
  }

  @Test
  void theLevelsThatThePagePromises() {
    assertThat(InspectKeys.allowed(survey(LOGS.resolve("ids"))))
        .anyMatch(sentence -> sentence.startsWith("database: level L0 at best"));
    assertThat(InspectKeys.allowed(survey(LOGS.resolve("connections"))))
        .anyMatch(sentence -> sentence.startsWith("database: level L1 or L1c at best"));
    assertThat(InspectMissing.of(survey(LOGS.resolve("ids")))).isEmpty();
  }

  @Test
  void theLineForXentopStampsEachSample() throws Exception {
    List<String> lines = inPage("^xentop -b .*$");
    assertThat(lines).hasSize(1);
    Files.writeString(
        folder.resolve("plain"),
        """
              NAME  STATE   CPU(sec) CPU(%)     MEM(k) MEM(%)  MAXMEM(k) MAXMEM(%) VCPUS NETS\
         NETTX(k) NETRX(k) VBDS   VBD_OO   VBD_RD   VBD_WR  VBD_RSECT  VBD_WSECT SSID
          Domain-0 -----r        100    0.0     524288   12.5   no limit       n/a     4    0\
                0        0    0        0        0        0          0          0    0
        """);
    Process shell =
        new ProcessBuilder("bash", "-c", lines.get(0).replaceFirst("xentop [^|]*", "cat plain "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    Files.delete(folder.resolve("plain"));
    SurveyedFile dump = survey(folder).get(0);
    assertThat(dump.file().kind()).isEqualTo("xentop");
    assertThat(dump.survey().rows()).containsEntry("domain_sample", 1L);
    assertThat(dump.survey().rejectedLines()).isZero();
  }
}
