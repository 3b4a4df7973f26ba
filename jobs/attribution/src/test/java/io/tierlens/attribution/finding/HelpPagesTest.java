package io.tierlens.attribution.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages name every threshold, with its value. */
class HelpPagesTest {
  private static final Path PAGES = Path.of("../../docs/findings");
  private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| ([0-9.]+) \\| .+ \\|");

  static List<Rule> rules() {
    return Findings.all();
  }

  private static Map<String, Double> inPage(String name) throws IOException {
    Map<String, Double> found = new TreeMap<>();
    for (String line : Files.readAllLines(PAGES.resolve(name), UTF_8)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        found.put(row.group(1), Double.valueOf(row.group(2)));
      }
    }
    return found;
  }

  private static Map<String, Double> inClass(Class<?> type) throws IllegalAccessException {
    Map<String, Double> found = new TreeMap<>();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == double.class) {
        found.put(field.getName(), field.getDouble(null));
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageTellsTheThresholdsOfItsRule(Rule rule) throws IOException, IllegalAccessException {
    assertThat(inPage(rule.name() + ".md")).isEqualTo(inClass(rule.getClass())).isNotEmpty();
  }

  @Test
  void indexTellsTheSharedThresholdsAndEveryRule() throws IOException, IllegalAccessException {
    assertThat(inPage("README.md")).isEqualTo(inClass(Shared.class));
    String index = Files.readString(PAGES.resolve("README.md"), UTF_8);
    for (String rule : Findings.rules()) {
      assertThat(index).contains("[`" + rule + "`](" + rule + ".md)");
    }
  }

  @Test
  void everyPageHasARule() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md"), Findings.rules().stream().map(rule -> rule + ".md"))
                  .toList());
    }
  }
}
