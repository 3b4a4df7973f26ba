package io.tierlens.cli.report.html;

import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.facts.WindowRow;
import io.tierlens.cli.report.model.Conclusion;
import io.tierlens.cli.report.model.QuantileShift;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.Waterfall;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.Printable;
import io.tierlens.cli.report.words.RunNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses what a page has room for, and has it drawn. */
final class PageLayout {

  /** Windows that are shown, those with the most requests; the whole run comes on top. */
  private static final int WINDOWS = 8;

  private static final int TILES = 4;
  private static final int PLOTS = 6;

  /** Columns of a run's name above a bar: on a phone, what is said of the run stands beside it. */
  private static final int NAME_LENGTH = 18;

  private final Report report;
  private final Figures figures;
  private final List<String> runs;

  PageLayout(Report report) {
    this.report = report;
    this.figures = new Figures(report.unit());
    this.runs = report.runs().stream().map(RunRow::run).toList();
  }

  HtmlPage page() {
    Capped<ScopeReport> windows =
        Capped.of(
            report.scopes().stream().filter(scope -> scope.scope().window() != null).toList(),
            WINDOWS,
            Comparator.comparingLong(PageLayout::requests));
    List<ScopeReport> shown =
        report.scopes().stream()
            .filter(scope -> scope.scope().window() == null || windows.shown().contains(scope))
            .toList();
    return new HtmlPage(
        report,
        figures,
        views(shown),
        windows.leftOut(),
        candidates(shown),
        courses(),
        HelpPages.of(rules()));
  }

  /** Requests of the run that has the fewest: both sides are needed for a comparison. */
  static long requests(ScopeReport scope) {
    return scope.scope().loads().stream()
        .mapToLong(load -> load.requests() == null ? 0 : load.requests())
        .min()
        .orElse(0);
  }

  private List<HtmlPage.View> views(List<ScopeReport> shown) {
    List<HtmlPage.View> views = new ArrayList<>();
    RunNames names = RunNames.of(runs, Printable::text, NAME_LENGTH);
    for (ScopeReport scope : shown) {
      String id = "s" + (views.size() + 1);
      views.add(
          new HtmlPage.View(
              id,
              scope,
              new TierDrawing(figures, names).of(scope, id + "-tiers"),
              new CpuDrawing(runs).of(scope, id + "-cpu"),
              GuestDrawing.of(scope, id + "-guests"),
              new SpreadDrawing(figures, runs, names).of(scope, id + "-spread")));
    }
    return views;
  }

  private List<Candidate> candidates(List<ScopeReport> shown) {
    List<Candidate> candidates = new ArrayList<>();
    for (Conclusion conclusion : report.conclusions()) {
      String id = "c" + (candidates.size() + 1);
      String run = conclusion.run();
      candidates.add(
          new Candidate(
              run, conclusion, tiles(shown, run), falls(shown, run, id), shifts(shown, run, id)));
    }
    return candidates;
  }

  /** Windows before the whole run, and of these the ones that can be judged. */
  private List<Candidate.Tile> tiles(List<ScopeReport> shown, String run) {
    boolean windows = shown.stream().anyMatch(scope -> scope.scope().window() != null);
    List<ScopeReport> told =
        shown.stream()
            .filter(scope -> !windows || scope.scope().window() != null)
            .filter(scope -> scope.cell(Tier.REQUEST, run).filter(TierCell::told).isPresent())
            .toList();
    return Capped.of(
            told,
            TILES,
            Comparator.comparing((ScopeReport scope) -> judged(scope, run))
                .thenComparingLong(PageLayout::requests))
        .shown()
        .stream()
        .map(
            scope ->
                new Candidate.Tile(
                    scope.scope().label(),
                    report.compares()
                        ? scope
                            .cell(Tier.REQUEST, report.baseline())
                            .filter(TierCell::told)
                            .orElse(null)
                        : null,
                    scope.cell(Tier.REQUEST, run).orElseThrow()))
        .toList();
  }

  private static boolean judged(ScopeReport scope, String run) {
    return scope
        .cell(Tier.REQUEST, run)
        .map(TierCell::change)
        .filter(change -> change.verdict().judged())
        .isPresent();
  }

  private Capped<Candidate.Fall> falls(List<ScopeReport> shown, String run, String id) {
    List<Waterfall> own =
        report.waterfalls().stream()
            .filter(fall -> fall.run().equals(run) && isShown(shown, fall.window()))
            .toList();
    Capped<Waterfall> kept = Capped.of(own, PLOTS);
    List<Candidate.Fall> falls = new ArrayList<>();
    WaterfallDrawing drawing = new WaterfallDrawing(figures, report.baseline());
    for (Waterfall fall : kept.shown()) {
      falls.add(new Candidate.Fall(fall, drawing.of(fall, id + "-fall" + falls.size())));
    }
    return new Capped<>(falls, kept.leftOut());
  }

  private Capped<Candidate.Shift> shifts(List<ScopeReport> shown, String run, String id) {
    List<QuantileShift> told =
        report.shifts().stream()
            .filter(shift -> shift.run().equals(run) && isShown(shown, shift.window()))
            .filter(shift -> !shift.deciles().isEmpty())
            .toList();
    // Of a whole run whose windows are shown, the tenths say nothing that these do not say better.
    List<QuantileShift> windows = told.stream().filter(shift -> shift.window() != null).toList();
    List<QuantileShift> own = windows.isEmpty() ? told : windows;
    Capped<QuantileShift> kept = Capped.of(own, PLOTS);
    List<Candidate.Shift> shifts = new ArrayList<>();
    for (QuantileShift shift : kept.shown()) {
      String name = id + "-shift" + shifts.size();
      shifts.add(new Candidate.Shift(shift, new ShiftDrawing(figures).of(shift, name)));
    }
    return new Capped<>(shifts, kept.leftOut());
  }

  private static boolean isShown(List<ScopeReport> shown, String window) {
    return shown.stream().anyMatch(scope -> Objects.equals(scope.scope().window(), window));
  }

  private List<Course> courses() {
    CourseScale scale = CourseScale.of(report.courses());
    List<Course> courses = new ArrayList<>();
    for (RunCourse course : report.courses()) {
      courses.add(
          new Course(
              course.run(),
              new CourseDrawing(figures, scale).of(course, windows(course), "r" + courses.size()),
              CourseScale.hypervisors(course).stream()
                  .flatMap(host -> CourseScale.domains(course, host).stream())
                  .distinct()
                  .toList(),
              CourseTable.rows(course).stream().map(row -> row.cells(scale, figures)).toList()));
    }
    return courses;
  }

  private List<WindowRow> windows(RunCourse course) {
    return report.runs().stream()
        .filter(run -> run.run().equals(course.run()))
        .findFirst()
        .map(RunRow::windows)
        .orElse(List.of());
  }

  /** The rules whose findings the page shows. */
  private Set<String> rules() {
    return report.findings().stream()
        .map(RunFindings::scopes)
        .flatMap(List::stream)
        .flatMap(scope -> scope.causes().stream())
        .map(cause -> cause.rule())
        .collect(Collectors.toSet());
  }
}
