package io.tierlens.attribution.finding;

import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names causes, with what speaks for and against them.
 *
 * <p>Two runs are compared window by window where they have windows of the same name, since means
 * over phases of unequal load mislead, and as wholes where they have none. Where the candidate is
 * not slower than the baseline, by more than chance, there is nothing to explain, and only what can
 * be told without that is told. Rules look at published figures alone.
 */
public final class Findings {
  private static final List<Rule> RULES =
      List.of(
          new TrapAndEmulate(),
          new ParavirtualCost(),
          new CpuContention(),
          new IoEmulation(),
          new MemoryPressure(),
          new SurplusVcpus(),
          new ClockProblem(),
          new CpuSpeed(),
          new LoadNotMachine(),
          new DatabaseChange(),
          new PageMix());

  private record Judged(Rule rule, Diagnosis diagnosis, Conclusion conclusion) {}

  private Findings() {}

  /** Names of all rules; each has a page docs/findings/NAME.md. */
  public static List<String> rules() {
    return RULES.stream().map(Rule::name).toList();
  }

  static List<Rule> all() {
    return RULES;
  }

  /**
   * Compares two runs.
   *
   * @return rows of the candidate, by window in its order, in each the surest cause first and what
   *     is excluded last; empty where there is nothing to say
   */
  public static List<Finding> of(FindingInput baseline, FindingInput candidate) {
    return of(baseline, candidate, List.of());
  }

  /**
   * Likewise, with what else is known of the difference.
   *
   * @param comparisons rows of table comparison of the same two runs
   */
  public static List<Finding> of(
      FindingInput baseline, FindingInput candidate, List<Comparison> comparisons) {
    List<Finding> findings = new ArrayList<>();
    for (String window : commonWindows(baseline, candidate)) {
      Pair runs =
          new Pair(Evidence.of(baseline, window), Evidence.of(candidate, window), comparisons);
      compare(runs)
          .forEach(judged -> findings.add(finding(judged, window, baseline.tables().run())));
    }
    return findings;
  }

  /** What one run tells by itself: in each window, else in the whole run. */
  public static List<Finding> of(FindingInput run) {
    List<Finding> findings = new ArrayList<>();
    List<String> windows = run.tables().windows().stream().map(Window::name).toList();
    for (String window : orWholeRun(windows)) {
      List<Judged> judged = new ArrayList<>();
      for (Rule rule : RULES) {
        add(judged, rule, rule.alone(Evidence.of(run, window)));
      }
      judged.removeIf(one -> !one.conclusion().namesACause());
      sort(judged);
      judged.forEach(one -> findings.add(finding(one, window, null)));
    }
    return findings;
  }

  private static List<String> commonWindows(FindingInput baseline, FindingInput candidate) {
    Set<String> known =
        baseline.tables().windows().stream().map(Window::name).collect(Collectors.toSet());
    return orWholeRun(
        candidate.tables().windows().stream().map(Window::name).filter(known::contains).toList());
  }

  private static List<String> orWholeRun(List<String> windows) {
    if (!windows.isEmpty()) {
      return windows;
    }
    List<String> wholeRun = new ArrayList<>();
    wholeRun.add(null);
    return wholeRun;
  }

  private static List<Judged> compare(Pair runs) {
    boolean slower = runs.slower();
    List<Judged> judged = new ArrayList<>();
    for (Rule rule : RULES) {
      if (slower || !rule.explainsSlowdown()) {
        add(judged, rule, rule.compare(runs));
      }
    }
    boolean named = judged.stream().anyMatch(one -> one.conclusion().namesACause());
    boolean exclude = slower && (named || runs.surelySlower());
    judged.removeIf(one -> one.conclusion().excludes() && !exclude);
    sort(judged);
    return judged;
  }

  private static void add(List<Judged> judged, Rule rule, Diagnosis diagnosis) {
    if (diagnosis != null && diagnosis.conclusion() != Conclusion.SILENT) {
      judged.add(new Judged(rule, diagnosis, diagnosis.conclusion()));
    }
  }

  /** Causes by how well they fit, then what is excluded by how surely it is. */
  private static void sort(List<Judged> judged) {
    Comparator<Judged> surest =
        (one, other) ->
            one.conclusion().excludes()
                ? one.conclusion().compareTo(other.conclusion())
                : other.conclusion().compareTo(one.conclusion());
    judged.sort(
        Comparator.comparing((Judged one) -> one.conclusion().excludes())
            .thenComparing(surest)
            .thenComparing(one -> one.diagnosis().weight(), Comparator.reverseOrder())
            .thenComparing(one -> one.rule().name()));
  }

  private static Finding finding(Judged one, String window, String baseline) {
    return new Finding(
        window,
        baseline,
        one.rule().name(),
        one.conclusion().verdict(),
        one.conclusion().confidence(),
        one.diagnosis().supports().stream().map(FindingWords::of).toList(),
        one.diagnosis().contradicts().stream().map(FindingWords::of).toList(),
        one.diagnosis().missing().stream().map(Measurement::words).toList(),
        one.rule().nextExperiment());
  }
}
