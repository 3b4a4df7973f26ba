package io.tierlens.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.pipeline.UserError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunYamlTest {

  private static final String WHOLE =
      """
      run: virtual
      environment: virtual
      description: Xen guest
      hosts:
        www1: {tiers: [web, app, db], time-zone: America/New_York, cores: 4, hypervisor: dom0, domain: vm1}
        dom0: {tiers: [], cores: 8}
      logs:
        - {kind: apache-access, host: www1, path: "apache/access_log*", format: combined}
        - {host: dom0, path: xentop.txt, start: 2009-01-23T10:00:00-05:00, interval: 2s}
      windows:
        - {name: late, start: 2009-01-23T10:08:00-05:00, end: 2009-01-23T10:10:00-05:00}
        - {name: early, start: 2009-01-23T15:05:00Z, end: 2009-01-23T10:08:00-0500}
      """;

  @Test
  void everyKeyIsRead() {
    RunDescription run = RunYaml.parse("run.yaml", WHOLE);

    assertThat(run.run()).isEqualTo("virtual");
    assertThat(run.hosts())
        .containsExactly(
            new HostDescription(
                "www1", List.of("web", "app", "db"), "America/New_York", 4, "dom0", "vm1"),
            new HostDescription("dom0", List.of(), null, 8, null, null));
    assertThat(run.logs())
        .containsExactly(
            new LogDescription(
                "apache-access", "www1", "apache/access_log*", Map.of("format", "combined"), 8),
            new LogDescription(
                null,
                "dom0",
                "xentop.txt",
                Map.of("start", "2009-01-23T10:00:00-05:00", "interval", "2s"),
                9));
    assertThat(run.windows())
        .containsExactly(
            new WindowDescription("early", 1232723100_000000L, 1232723280_000000L),
            new WindowDescription("late", 1232723280_000000L, 1232723400_000000L));
  }

  /** The year of a log is text to its reader, however YAML takes the number. */
  @ParameterizedTest
  @ValueSource(strings = {"2026", "\"2026\"", "2026-11", "'2026-11'"})
  void theYearOfALogWithoutYears(String year) {
    String text = "run: r\nlogs:\n  - {path: error.log, year: " + year + "}\n";
    assertThat(RunYaml.parse("run.yaml", text).logs())
        .extracting(LogDescription::options)
        .containsExactly(Map.of("year", year.replaceAll("[\"']", "")));
  }

  @Test
  void rulesForEndpointsAreOneOption() {
    RunDescription run =
        RunYaml.parse(
            "run.yaml",
            """
            run: r
            endpoints:
              - {path: "/shop/*/reviews/*", name: "/shop/{sku}/reviews/{review}"}
              - {path: /api/**}
              - method: BREW
                path: " /pot "
                name: coffee -> cup
            """);
    assertThat(run.endpoints())
        .isEqualTo(
            "/shop/*/reviews/* -> /shop/{sku}/reviews/{review}\n/api/** -> /api/**\n"
                + "BREW /pot -> coffee -> cup");
    assertThat(RunYaml.parse("run.yaml", "run: r").endpoints()).isNull();
    assertThat(RunYaml.parse("run.yaml", "run: r\nendpoints: []").endpoints()).isNull();
  }

  @Test
  void aLogMayStateTheUnitOfItsDurations() {
    RunDescription run =
        RunYaml.parse(
            "run.yaml",
            "run: r\nlogs:\n  - {kind: apache-access, path: x, format: combined %D,"
                + " duration-unit: ms}\n");
    assertThat(run.logs().get(0).options())
        .isEqualTo(Map.of("format", "combined %D", "duration-unit", "ms"));
  }

  static List<Arguments> mistakes() {
    return List.of(
        mistake("descripton: x", 1, "did you mean description?"),
        mistake("hosts: {a: {core: 2}}", 1, "did you mean cores?"),
        mistake("hosts: {a: {cores: none}}", 1, "whole number above 0"),
        mistake("hosts: {a: {tiers: [wbe]}}", 1, "did you mean web?"),
        mistake("hosts: {a: {time-zone: America/New_Yrok}}", 1, "did you mean America/New_York?"),
        mistake("hosts:\n  dom0: {}\n  www1: {hypervisor: domO}", 3, "did you mean dom0?"),
        mistake("hosts: {a: {}}\nlogs:\n  - {path: x, host: b}", 3, "did you mean a?"),
        mistake("logs:\n  - {kind: x, path: y}", 2, "unknown kind of log"),
        mistake("logs:\n  - {host: x}", 2, "unknown host"),
        mistake("logs:\n  - {path: x, yaer: 2026}", 2, "did you mean year?"),
        mistake("logs: x", 1, "must be a list"),
        mistake("windows:", 1, "\"windows\" is empty: give it"),
        mistake("windows:\n  - {name: w, start: noon, end: 2009-01-23T10:00:00Z}", 2, "no instant"),
        mistake(
            "windows:\n  - {name: w, start: 2009-01-23T10:00:00, end: 2009-01-23T11:00:00Z}",
            2,
            "with its offset"),
        mistake(
            "windows:\n  - {name: w, start: 2009-01-23T10:00:00Z, end: 2009-01-23T10:00:00Z}",
            2,
            "ends before it starts"),
        mistake(
            """
            windows:
              - {name: a, start: 2009-01-23T10:00:00Z, end: 2009-01-23T10:02:00Z}
              - {name: b, start: 2009-01-23T10:01:00Z, end: 2009-01-23T10:03:00Z}
            """,
            3,
            "overlaps"),
        mistake("endpoints: {path: /a}", 1, "must be a list"),
        mistake("endpoints:\n  - {pth: /a}", 2, "did you mean path?"),
        mistake("endpoints:\n  - {path: /a}\n  - {name: /b}", 3, "needs a \"path\""),
        mistake("endpoints:\n  - {path: /a}\n  - {path: a}", 3, "begins with a slash"),
        mistake("endpoints:\n  - path: /a\n    method: PSOT", 3, "did you mean POST?"),
        mistake("endpoints:\n  - {path: /a, method: get}", 2, "did you mean GET?"),
        mistake("endpoints:\n  - {path: /a, method: (BREW)}", 2, "no method"),
        mistake("endpoints:\n  - {path: /**/a}", 2, "only be the last segment"),
        mistake("endpoints:\n  - {path: /a}\n  - {path: /a, method: GET}", 3, "never comes into"),
        mistake("endpoints:\n  - {path: /a, name: \"b\\nc\"}", 2, "one line"),
        mistake("endpont: []", 1, "did you mean endpoints?"),
        mistake("run: other", 1, "stands twice"),
        mistake("hosts: [", 1, "this is not YAML"));
  }

  private static Arguments mistake(String text, int line, String says) {
    return Arguments.of("run: r\n" + text, line + 1, says);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsLine(String text, int line, String says) {
    assertThatThrownBy(() -> RunYaml.parse("run.yaml", text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(says)
        .hasMessageStartingWith("run.yaml:" + line + ": ");
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void aRunsNameMustBeAFoldersName(String name) {
    assertThatThrownBy(() -> RunYaml.parse("run.yaml", "run: \"" + name + "\""))
        .isInstanceOf(UserError.class);
  }

  static List<String> badNames() {
    return List.of("", "a/b", "..", ".hidden", "a b", "-x", "a=b", "ü");
  }
}
