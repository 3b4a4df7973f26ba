package io.tierlens.cli.report.html;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.facts.RejectCount;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.Load;
import io.tierlens.cli.report.model.QuantileShift;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.words.Figures;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the templates show: the report, its figures, and its drawings.
 *
 * @param report the report
 * @param figures how its figures are written
 * @param views the scopes that are shown with their drawings, in order
 * @param viewsLeftOut windows that there is no room for
 * @param candidates what is shown of each candidate beside the scopes
 * @param courses the drawing of each run's course; empty where nothing tells it
 * @param help what explains the figures
 */
public record HtmlPage(
    Report report,
    Figures figures,
    List<View> views,
    int viewsLeftOut,
    List<Candidate> candidates,
    List<Course> courses,
    List<HelpPage> help) {

  private static final int FILES = 40;
  private static final int REJECTS = 12;
  private static final int CAUSE_SCOPES = 6;

  /**
   * One scope with its drawings; a drawing is null where there is nothing to draw.
   *
   * @param id unique on the page, safe in an address
   * @param report the scope's figures
   * @param tiers bars by tier
   * @param cpu bars by mode
   * @param guests guest beside host
   * @param spread quantiles
   */
  public record View(
      String id, ScopeReport report, Drawing tiers, Drawing cpu, Drawing guests, Drawing spread) {

    /** Returns the name for people. */
    public String label() {
      return report.scope().label();
    }

    /** Returns the name above a table. */
    public String heading() {
      return report.scope().window() == null ? "Whole run" : "Window " + report.scope().window();
    }

    /** Says whether any run has sar here. */
    public boolean hasCpu() {
      return report.cpu().stream().anyMatch(use -> use.host() != null);
    }
  }

  /** Copies the lists. */
  public HtmlPage {
    requireNonNull(report, "report");
    requireNonNull(figures, "figures");
    views = List.copyOf(views);
    candidates = List.copyOf(candidates);
    courses = List.copyOf(courses);
    help = List.copyOf(help);
  }

  static HtmlPage of(Report report) {
    return new PageLayout(report).page();
  }

  /** Returns the title of the page, the baseline first. */
  public String title() {
    List<String> names = report.runs().stream().map(RunRow::run).toList();
    if (!report.compares()) {
      return names.get(0);
    }
    String last = names.get(names.size() - 1);
    String others = String.join(", ", names.subList(1, names.size() - 1));
    return "From " + names.get(0) + " to " + (others.isEmpty() ? "" : others + " and ") + last;
  }

  /** Returns the tiers that any scope tells of, in order. */
  public Set<Tier> tiers() {
    Set<Tier> tiers = EnumSet.noneOf(Tier.class);
    report.scopes().forEach(scope -> scope.tiers().forEach(row -> tiers.add(row.tier())));
    return tiers;
  }

  /** Returns the modes, in the order of the model's lists. */
  public List<CpuMode> modes() {
    return List.of(CpuMode.values());
  }

  /** Returns the style of a run's colour. */
  public String style(String run) {
    return "run" + report.runs().stream().map(RunRow::run).toList().indexOf(run) % 4;
  }

  /** Says what a run is to the others. */
  public String role(String run) {
    return !report.compares() ? "run" : run.equals(report.baseline()) ? "baseline" : "candidate";
  }

  /** Returns the load of a run in words. */
  public String load(Load load) {
    if (load.requests() == null) {
      return load.run() + ": no requests";
    }
    return load.run()
        + ": "
        + Figures.count(load.requests())
        + " requests"
        + (load.concurrency() == null
            ? ""
            : " at concurrency " + Figures.cores(load.concurrency()));
  }

  /** Returns by what the queries of each run are tied in a scope, with the error of it. */
  public String levels(ScopeReport scope) {
    return report.runs().stream()
        .map(run -> level(scope, run.run()))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String level(ScopeReport scope, String run) {
    Set<String> levels = new LinkedHashSet<>();
    double error = 0;
    for (Tier tier : Tier.values()) {
      TierCell cell = tier.isPart() ? scope.cell(tier, run).orElse(null) : null;
      if (cell != null && cell.told() && cell.level() != null) {
        levels.add(cell.level());
        error = Math.max(error, cell.expectedError() == null ? 0 : cell.expectedError());
      }
    }
    return levels.isEmpty()
        ? ""
        : run
            + " "
            + String.join(", ", levels)
            + (error > 0 ? ", expected error " + Figures.share(error) : "");
  }

  /** Returns a sentence whose figures keep their units when the line breaks. */
  public String sentence(String text) {
    return Figures.glued(text, "\u00a0");
  }

  /** Returns the mean of a cell, or why there is none. */
  public String mean(TierCell cell) {
    return cell.shown(figures);
  }

  /** Returns the style of a change. */
  public String style(TierChange change) {
    return styleOf(change);
  }

  static String styleOf(TierChange change) {
    return switch (change.verdict()) {
      case SLOWER -> "slower";
      case FASTER -> "faster";
      case NOT_SIGNIFICANT, TOO_FEW_REQUESTS, DRIFTING, NOT_COMPARABLE -> "unsure";
    };
  }

  /** Returns the sign that a change begins with, for those who see no colour. */
  public String sign(TierChange change) {
    return switch (change.verdict()) {
      case SLOWER -> "\u25b2 ";
      case FASTER -> "\u25bc ";
      case NOT_SIGNIFICANT -> "~ ";
      case TOO_FEW_REQUESTS, DRIFTING, NOT_COMPARABLE -> "";
    };
  }

  /** Returns the interval of a change where it may be compared, else nothing. */
  public String interval(TierChange change) {
    return !change.verdict().judged()
        ? ""
        : change.confidencePercent()
            + " %: "
            + figures.signedInterval(change.lowUs(), change.highUs());
  }

  /** Returns the move of a decile with its word or {@code ~}. */
  public String move(QuantileShift.Decile decile) {
    return moved(decile, figures);
  }

  static String moved(QuantileShift.Decile decile, Figures figures) {
    String signed = figures.signed(decile.deltaUs());
    if (Boolean.FALSE.equals(decile.significant())) {
      return "~ " + signed;
    }
    boolean told = Boolean.TRUE.equals(decile.significant());
    return signed + (!told ? "" : decile.deltaUs() > 0 ? " slower" : " faster");
  }

  /** Returns the files of a run: those with rejected lines first to stay, then the longest. */
  public Capped<LedgerRow> files(RunQuality quality) {
    return Capped.of(
        quality.files(),
        FILES,
        Comparator.comparingLong(LedgerRow::rejectedLines).thenComparingLong(LedgerRow::lines));
  }

  /** Returns the files of a run in one line. */
  public String fileTotals(RunQuality quality) {
    long lines = quality.files().stream().mapToLong(LedgerRow::lines).sum();
    long rejected = quality.files().stream().mapToLong(LedgerRow::rejectedLines).sum();
    return Figures.count(quality.files().size())
        + (quality.files().size() == 1 ? " file, " : " files, ")
        + Figures.count(lines)
        + " lines, "
        + (rejected == 0 ? "none" : Figures.count(rejected))
        + " rejected";
  }

  /** Returns the rejects of a run. */
  public Capped<RejectCount> rejects(RunQuality quality) {
    return Capped.of(quality.rejects(), REJECTS);
  }

  /** Returns the scopes whose causes are shown. */
  public Capped<RunFindings.InScope> causes(RunFindings findings) {
    return Capped.of(
        findings.scopes(),
        CAUSE_SCOPES,
        Comparator.comparingInt((RunFindings.InScope scope) -> scope.causes().size())
            .thenComparingLong(scope -> requests(scope.window())));
  }

  private long requests(String window) {
    return report.scopes().stream()
        .filter(scope -> Objects.equals(scope.scope().window(), window))
        .mapToLong(PageLayout::requests)
        .findFirst()
        .orElse(0);
  }

  /** Says whether the page explains something, by the name of its anchor. */
  public boolean explains(String anchor) {
    return help.stream().anyMatch(page -> page.anchors().contains(anchor));
  }
}
