package io.tierlens.attribution.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page's aims stand beside the figures that the page itself carries, and say whether met. */
class AimsTest {
  private static final Path PAGE = Path.of("../../docs/accuracy-simulated.md");
  private static final Pattern AIM =
      Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| (yes|no)\\b[^|]* \\|");
  private static final int RIGHT = 1;
  private static final int ENDPOINT_ERROR = 2;

  private static String block;
  private static List<Aim> aims;

  /** A row of the page's table. */
  private record Aim(String aim, String measured, boolean met) {}

  @BeforeAll
  static void readPage() throws IOException {
    String page = Files.readString(PAGE, UTF_8);
    int from = page.indexOf("```text\n");
    block = page.substring(from, page.indexOf("```", from + 3));
    aims = new ArrayList<>();
    for (String line : page.lines().toList()) {
      Matcher row = AIM.matcher(line);
      if (row.matches()) {
        aims.add(new Aim(row.group(1), row.group(2), row.group(3).equals("yes")));
      }
    }
  }

  /** A column of a row by its name, after the level. */
  private static double figure(String name, int column) {
    Matcher row = Pattern.compile(Pattern.quote(name) + " +L\\S+ +(.*)").matcher(block);
    assertThat(row.find()).as(name).isTrue();
    return Double.parseDouble(row.group(1).split(" +", -1)[column - 1]);
  }

  private static List<Double> figures(String keys, int column, int... clients) {
    return IntStream.of(clients).mapToObj(n -> figure(keys + ", N=" + n, column)).toList();
  }

  private static String joined(List<Double> figures) {
    return figures.stream()
        .map(figure -> String.format(Locale.ROOT, "%.3f", figure))
        .collect(Collectors.joining(" / "));
  }

  private static double most(List<Double> figures) {
    return figures.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static double least(List<Double> figures) {
    return figures.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** All numbers that the pattern's group finds in the block. */
  private static List<Double> all(String pattern, DoubleUnaryOperator change) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(block)
        .results()
        .map(found -> change.applyAsDouble(Double.parseDouble(found.group(1))))
        .toList();
  }

  private static void check(int row, String measured, boolean met) {
    assertThat(aims).hasSizeGreaterThan(row);
    assertThat(aims.get(row).measured()).startsWith(measured);
    assertThat(aims.get(row).met()).as(aims.get(row).aim()).isEqualTo(met);
  }

  @Test
  void processesAndConnectionsAreExact() {
    List<Double> right = figures("us sticky, pid", RIGHT, 1, 2, 4, 8, 16);
    check(0, joined(right), least(right) == 1);
  }

  @Test
  void keptConnections() {
    List<Double> right = figures("us sticky", RIGHT, 1, 2, 4, 8);
    check(1, joined(right), least(right) >= 0.98);
    List<Double> error = figures("us sticky", ENDPOINT_ERROR, 1, 2, 4, 8);
    check(2, joined(error), most(error) <= 0.01);
  }

  @Test
  void keyless() {
    List<Double> right = figures("us keyless", RIGHT, 2, 4, 8);
    check(3, joined(right), right.get(0) >= 0.97 && right.get(1) >= 0.93 && right.get(2) >= 0.75);
    List<Double> error = figures("us keyless", ENDPOINT_ERROR, 2, 4);
    check(4, joined(error), most(error) <= 0.01);
  }

  @Test
  void wholeSeconds() {
    List<Double> error = figures("1s sticky, pid", ENDPOINT_ERROR, 1, 2, 4, 8, 16);
    check(5, joined(error), most(error) <= 0.01);
  }

  @Test
  void cpuTime() {
    List<Double> off =
        all("^(?!8 CPUs).*? (?:user|system) +[0-9.]+ +[0-9.]+ +([-+][0-9.]+)%", Math::abs);
    assertThat(off).hasSize(18);
    String most = String.format(Locale.ROOT, "%.2f %%", most(off));
    check(6, most, most(off) <= 1);
    List<Double> idle = all("^8 CPUs.*? system +[0-9.]+ +[0-9.]+ +([-+][0-9.]+)%", Math::abs);
    String idleMost = String.format(Locale.ROOT, "%.0f %%", most(idle));
    check(7, idleMost, most(idle) <= 1);
  }

  @Test
  void intervals() {
    int holding = 0;
    int stated = 0;
    Matcher found = Pattern.compile("endpoint_tier +([0-9]+)/([0-9]+)").matcher(block);
    while (found.find()) {
      holding += Integer.parseInt(found.group(1));
      stated += Integer.parseInt(found.group(2));
    }
    double share = 100.0 * holding / stated;
    check(8, String.format(Locale.ROOT, "%.1f %%", share), share >= 93 && share <= 98);
  }

  @Test
  void falseAlarms() {
    List<Double> seen = all("^ +[0-9]+ +0\\.[0-9]+ +[0-9]+ +([0-9.]+)% +[0-9.]+%", v -> v);
    assertThat(seen).hasSize(6);
    String range = String.format(Locale.ROOT, "%.1f to %.1f %%", least(seen), most(seen));
    check(9, range, most(seen) <= 10);
    assertThat(aims).hasSize(10);
  }
}
