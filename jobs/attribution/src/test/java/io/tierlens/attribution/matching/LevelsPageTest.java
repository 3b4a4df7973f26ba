package io.tierlens.attribution.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.chain.KeptConnections;
import io.tierlens.attribution.clock.Narrowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page about levels names all of them, with the numbers that decide. */
class LevelsPageTest {
  private static final Path PAGE = Path.of("../../docs/levels.md");
  private static final Pattern GATE = Pattern.compile("\\| `([A-Z_]+)` \\| ([0-9.]+) \\| .+ \\|");
  private static final Pattern LEVEL =
      Pattern.compile("\\| (L[0-9]c?|none) \\| [^|]*\\| ([^|]+) \\| .+ \\|");

  private static List<String> lines;

  @BeforeAll
  static void readPage() throws IOException {
    lines = Files.readAllLines(PAGE, UTF_8);
  }

  /** How each level is detected, in the page's words. */
  private static Map<String, String> detected() {
    Map<String, String> found = new HashMap<>();
    for (String line : lines) {
      Matcher row = LEVEL.matcher(line);
      if (row.matches()) {
        found.put(row.group(1), row.group(2));
      }
    }
    return found;
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  @Test
  void everyLevelHasARow() {
    List<String> levels = new ArrayList<>(Arrays.stream(Level.values()).map(Level::label).toList());
    // The run's sums are no way to tie queries.
    levels.remove(Level.TOTALS.label());
    assertThat(detected().keySet()).containsExactlyInAnyOrderElementsOf(levels);
  }

  @Test
  void gatesAreThoseOfTheTies() {
    Map<String, Double> gates = new HashMap<>();
    for (String line : lines) {
      Matcher row = GATE.matcher(line);
      if (row.matches()) {
        gates.put(row.group(1), Double.valueOf(row.group(2)));
      }
    }
    assertThat(gates)
        .containsOnly(
            Map.entry("SHARE_OF_REQUESTS", QueryTies.SHARE_OF_REQUESTS),
            Map.entry("ERROR_OF_ENDPOINTS", QueryTies.ERROR_OF_ENDPOINTS));
  }

  @Test
  void numbersThatDecideAreThoseOfTheCode() {
    Map<String, String> detected = detected();
    assertThat(detected.get("L0")).contains(percent(RequestIds.QUERIES_WITH_IDS));
    assertThat(detected.get("L1c")).startsWith(percent(QueryJoin.CONNECTIONS_THAT_FIT));
    assertThat(detected.get("L1"))
        .startsWith(percent(KeptConnections.TOLD))
        .contains(percent(KeptConnections.CONTAINED) + " of the queries lie inside");
    assertThat(detected.get("L2"))
        .startsWith(percent(KeptConnections.TOLD))
        .contains(percent(KeptConnections.CONTAINED) + " can be cut into requests");
    assertThat(detected.get("L3")).contains("up to " + ChainTies.MOST_CANDIDATES + " requests");
    assertThat(detected.get("L4")).contains("up to " + ChainTies.MOST_CANDIDATES + " requests");
    assertThat(detected.get("L5")).contains("more than " + ChainTies.MOST_CANDIDATES + " requests");
    assertThat(String.join(" ", lines))
        .contains("more than " + Narrowed.LET_PASS * 100 + " % of a file's lines")
        .contains("at most " + ChainTies.MOST_CANDIDATES + " requests come into question");
  }
}
