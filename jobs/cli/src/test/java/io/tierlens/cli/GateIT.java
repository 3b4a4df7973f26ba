package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a pipeline sees of a comparison. */
class GateIT {

  private static Path lake;

  @BeforeAll
  static void copyALake() throws Exception {
    Path folder = Workspace.fresh("gate");
    lake = folder.resolve("lake");
    Workspace.copy(DemoLake.lake(), lake);
  }

  @Test
  void aConditionThatHoldsIsThreeWithOneLineAndTheReport() throws Exception {
    Path report = lake.resolveSibling("report.md");
    Outcome outcome =
        compare("--format", "markdown", "--output", report, "--fail-on", "mean > +20%");
    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(3);
    assertThat(report).content().contains("virtual");
    assertThat(outcome.stdout()).isEmpty();
    List<String> lines = outcome.stderr().lines().toList();
    assertThat(lines).hasSize(2).startsWith("wrote " + report);
    assertThat(lines.get(1))
        .matches(
            "tierlens: fails: mean > \\+20% holds for virtual in eight-clients: 3\\.34 s ->"
                + " 5\\.81 s, \\+74 % \\(99 %: \\+\\d+ to \\+\\d+ %\\); also in two-clients");
  }

  @Test
  void aConditionThatCannotBeJudgedIsOne() throws Exception {
    Outcome outcome = compare("--fail-on", "web_app > +10%", "--fail-on", "mean in calm > 900s");
    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.stdout()).startsWith("tierlens: virtual against physical");
    assertThat(outcome.stderr().lines())
        .singleElement()
        .asString()
        .startsWith("tierlens: cannot judge: web_app > +10% for virtual in ")
        .contains("physical: not in the logs");
  }

  @Test
  void theScriptOfThePageStopsWhatIsWorse() throws Exception {
    String page = Files.readString(Path.of("docs/gate.md"));
    int begin = page.indexOf("#!/usr/bin/env bash");
    Path script = lake.resolveSibling("gate.sh");
    Files.writeString(script, page.substring(begin, page.indexOf("```", begin)));
    Outcome outcome =
        Program.of("bash", script, "physical", "virtual")
            .with("LAKE", lake)
            .with("LOGS", "sample-data")
            .run();
    assertThat(outcome.stdout()).endsWith("worse than physical: see target/report.html\n");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.stderr())
        .contains("fails: p50 > +10% holds for virtual in ", "fails: steal_ms_per_request > 50ms");
  }

  private static Outcome compare(Object... options) throws Exception {
    List<Object> words = new ArrayList<>(List.of("report", "--lake", lake));
    words.addAll(List.of("--baseline", "physical", "--candidate", "virtual"));
    words.addAll(List.of(options));
    return Program.tierlens(words.toArray()).run();
  }
}
