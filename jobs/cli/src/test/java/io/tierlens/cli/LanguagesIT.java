package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two machines whose sar speaks two languages, in one report. */
class LanguagesIT {
  private static final Pattern TIME =
      Pattern.compile("^(\\d\\d)(:\\d\\d:\\d\\d)", Pattern.MULTILINE);

  @Test
  void aReportDoesNotDependOnTheLanguageOfSar() throws Exception {
    Path folder = Workspace.fresh("languages");
    Path old = run(folder, "physical", "11/22/26", "22.11.2026", LanguagesIT::german);
    Path moved = run(folder, "virtual", "11/22/26", "11/22/2026", LanguagesIT::american);
    Path lake = folder.resolve("lake");
    Outcome ingest = Program.tierlens("ingest", "--lake", lake, old, moved).succeeds();
    assertThat(ingest.stdout()).doesNotContain("rejected lines are");
    assertThat(ingest.stderr()).doesNotContain("doubtful");
    assertThat(report(lake)).isEqualTo(report(DemoLake.lake())).contains("steal");
  }

  private static String report(Path lake) throws Exception {
    return Program.tierlens(
            "report",
            "--lake",
            lake,
            "--baseline",
            "physical",
            "--candidate",
            "virtual",
            "--format",
            "csv",
            "--quiet")
        .succeeds()
        .stdout();
  }

  private interface Language {
    String of(String text);
  }

  private static Path run(Path folder, String name, String date, String printed, Language language)
      throws IOException {
    Path run = folder.resolve(name);
    Workspace.copy(Path.of("sample-data", name), run);
    for (String sar : List.of("sar/sar22.txt", "sar-dom0/sar22.txt")) {
      Path file = run.resolve(sar);
      if (Files.exists(file)) {
        String text = Files.readString(file);
        int banner = text.indexOf('\n');
        assertThat(text.substring(0, banner)).contains(date);
        Files.writeString(
            file,
            text.substring(0, banner).replace(date, printed) + language.of(text.substring(banner)));
      }
    }
    return run;
  }

  /** As LC_ALL=de_DE prints: decimal commas, another word for the average. */
  private static String german(String text) {
    return text.replaceAll("(\\d)\\.(\\d)", "$1,$2").replace("Average:", "Durchschn.:");
  }

  /** As LC_ALL=en_US prints: a clock of twelve hours, whose mark is a word of its own. */
  private static String american(String text) {
    return TIME.matcher(text)
        .replaceAll(
            match -> {
              int hour = Integer.parseInt(match.group(1));
              String half = hour < 12 ? "AM" : "PM";
              int shown = hour % 12 == 0 ? 12 : hour % 12;
              return Matcher.quoteReplacement(
                  String.format("%02d%s %s", shown, match.group(2), half));
            });
  }
}
