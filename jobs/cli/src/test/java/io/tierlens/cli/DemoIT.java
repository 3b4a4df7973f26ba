package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo, as the README calls it. */
class DemoIT {

  /** What would make a browser fetch something: only a name space may look like an address. */
  private static final Pattern LOADS =
      Pattern.compile(
          "(?i)<(script|link|img|iframe|object|embed|base)\\b|@import|url\\((?!#)|\\b(src|href)\\s*=\\s*[\"']?+(?!#)");

  @Test
  void endsWithTheReportAndItsPlaces() throws Exception {
    Outcome demo = DemoLake.demo();
    assertThat(demo.exit()).as(demo.toString()).isZero();
    assertThat(demo.stderr()).isEmpty();

    Path lake = DemoLake.lake();
    List<String> lines = demo.stdout().lines().toList();
    assertThat(lines)
        .startsWith("run physical: read 6 files, 218629 lines, 0 of them rejected")
        .contains("tierlens: virtual, virtual-4vcpu against physical")
        .endsWith("The same as a page: " + DemoLake.page(), "The tables behind it: " + lake);
    assertThat(lake.resolve("request/run=virtual-4vcpu")).isDirectory();
  }

  @Test
  void writesAPageThatNeedsNothingElse() throws Exception {
    DemoLake.demo();
    String page = Files.readString(DemoLake.page());
    assertThat(page).startsWith("<!DOCTYPE html>").contains("</html>", "<svg", "virtual-4vcpu");
    assertThat(LOADS.matcher(page).results().map(found -> found.group())).isEmpty();
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://");
  }

  @Test
  void refusesAFolderThatIsThere() throws Exception {
    Path folder = Workspace.fresh("occupied");
    Outcome demo = Program.tierlens("demo", "--output", folder).run();
    assertThat(demo.exit()).isEqualTo(1);
    assertThat(demo.stderr())
        .isEqualTo("tierlens: " + folder + " is there already; name a folder that is not\n");
  }
}
