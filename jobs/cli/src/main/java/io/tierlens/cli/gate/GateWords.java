package io.tierlens.cli.gate;

import io.tierlens.cli.gate.Gate.Trial;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a gate says about one condition. */
final class GateWords {

  private final Condition condition;
  private final Figures figures;

  GateWords(Report report, Condition condition) {
    this.condition = condition;
    this.figures = new Figures(condition.measure().unit(report));
  }

  /** The scope in which it holds most clearly, and the names of the others. */
  String holds(String run, List<Trial> holding) {
    Comparator<Trial> bySize = Comparator.comparingDouble(this::size);
    List<Trial> sorted = new ArrayList<>(holding);
    sorted.sort(condition.above() ? bySize.reversed() : bySize);
    Trial first = sorted.get(0);
    return line(
        "fails: "
            + condition.text()
            + " holds for "
            + run
            + in(List.of(first))
            + ": "
            + figures(first)
            + (sorted.size() == 1 ? "" : "; also" + in(sorted.subList(1, sorted.size()))));
  }

  String cannotBeJudged(String run, List<Trial> unknown) {
    return line("cannot judge: " + condition.text() + " for " + run + reasons(unknown));
  }

  String noScope(String run, String why) {
    return line("cannot judge: " + condition.text() + " for " + run + ": " + why);
  }

  String leftOut(String run, List<Trial> unknown) {
    return line("not judged: " + condition.text() + " for " + run + reasons(unknown));
  }

  private static String line(String text) {
    return Printable.text(text);
  }

  private double size(Trial trial) {
    if (trial.change() != null) {
      return condition.size(trial.change());
    }
    return trial.figure().us() != null ? trial.figure().us() : trial.figure().low();
  }

  private static String reasons(List<Trial> unknown) {
    Map<String, List<Trial>> byReason = new LinkedHashMap<>();
    unknown.forEach(
        trial -> byReason.computeIfAbsent(trial.missing(), why -> new ArrayList<>()).add(trial));
    return byReason.entrySet().stream()
        .map(entry -> in(entry.getValue()) + ": " + entry.getKey())
        .collect(Collectors.joining(";"));
  }

  private static String in(List<Trial> trials) {
    return " in "
        + trials.stream()
            .map(trial -> trial.scope().scope())
            .map(scope -> scope.window() == null ? "the whole run" : scope.window())
            .collect(Collectors.joining(", "));
  }

  private String figures(Trial trial) {
    Change change = trial.change();
    if (change == null) {
      String allowed = figures.interval(trial.figure().lowUs(), trial.figure().highUs());
      if (trial.figure().us() == null) {
        return "the logs allow " + allowed;
      }
      return figures.duration(trial.figure().us())
          + (allowed.isEmpty() ? "" : " (the logs allow " + allowed + ")");
    }
    String both =
        change.baselineUs() == null || trial.figure().us() == null
            ? ""
            : figures.duration(change.baselineUs())
                + " -> "
                + figures.duration(trial.figure().us());
    return both + (both.isEmpty() ? "" : ", ") + difference(change) + sure(change);
  }

  private String difference(Change change) {
    double size = condition.size(change);
    return switch (condition.limit().kind()) {
      case PERCENT -> Figures.relative(size);
      case FACTOR -> Figures.ratio(1 + size) + " times";
      default -> figures.signed(size);
    };
  }

  /** The interval, and that the difference may be noise where it may. */
  private String sure(Change change) {
    String interval = change.lowUs() == null || change.highUs() == null ? "" : interval(change);
    List<String> parts = new ArrayList<>();
    if (!interval.isEmpty()) {
      String what =
          change.confidencePercent() == null ? "bounds" : change.confidencePercent() + " %";
      parts.add(what + ": " + interval);
    }
    if (!Boolean.TRUE.equals(change.significant())) {
      parts.add(change.significant() == null ? "no interval" : "not significant");
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  /** Empty where both ends are one figure. */
  private String interval(Change change) {
    double base = change.baselineUs() == null ? 0 : change.baselineUs();
    double low = change.lowUs();
    double high = change.highUs();
    return switch (condition.limit().kind()) {
      case PERCENT -> between(percent(low / base), percent(high / base), " %");
      case FACTOR -> between(Figures.ratio(1 + low / base), Figures.ratio(1 + high / base), "");
      default ->
          figures.signed(low).equals(figures.signed(high)) ? "" : figures.signedInterval(low, high);
    };
  }

  private static String between(String low, String high, String unit) {
    return low.equals(high) ? "" : low + " to " + high + unit;
  }

  private static String percent(double share) {
    return Figures.relative(share).replace(" %", "");
  }
}
