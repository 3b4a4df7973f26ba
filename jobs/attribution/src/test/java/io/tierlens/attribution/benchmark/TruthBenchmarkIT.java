package io.tierlens.attribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/accuracy-simulated.md to what is measured. */
class TruthBenchmarkIT {
  /**
   * {@code mvn verify -pl jobs/attribution -Dit.test=TruthBenchmarkIT -Dtierlens.bless=true} writes
   * the figures anew.
   */
  private static final Path PAGE = Path.of("../../docs/accuracy-simulated.md");

  private static final String OPEN = "```text\n";
  private static final String CLOSE = "```";

  @Test
  void pageSaysWhatIsMeasured() throws IOException {
    check(0, TruthBenchmark.page());
    String given = TruthBenchmark.given();
    if (!given.isEmpty()) {
      check(1, given);
    }
  }

  /** Holds the block of that number against the text, or writes it. */
  private static void check(int block, String text) throws IOException {
    String page = Files.readString(PAGE);
    int from = -1;
    for (int i = 0; i <= block; i++) {
      from = page.indexOf(OPEN, from + 1);
      assertThat(from).as("block %d", i).isNotNegative();
    }
    from += OPEN.length();
    int to = page.indexOf(CLOSE, from);
    if (Boolean.getBoolean("tierlens.bless")) {
      Files.writeString(PAGE, page.substring(0, from) + text + page.substring(to));
    } else {
      assertThat(page.substring(from, to)).isEqualTo(text);
    }
  }
}
