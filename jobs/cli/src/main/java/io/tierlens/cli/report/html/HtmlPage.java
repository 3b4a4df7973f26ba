package io.tierlens.cli.report.html;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.Load;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the templates show: the report, its figures, and a drawing of each kind for every scope.
 *
 * @param report the report
 * @param figures how its figures are written
 * @param views the scopes with their drawings, in order
 */
public record HtmlPage(Report report, Figures figures, List<View> views) {

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

  /** Copies the list. */
  public HtmlPage {
    requireNonNull(report, "report");
    requireNonNull(figures, "figures");
    views = List.copyOf(views);
  }

  static HtmlPage of(Report report) {
    Figures figures = new Figures(report.unit());
    List<String> runs = report.runs().stream().map(RunRow::run).toList();
    List<View> views = new ArrayList<>();
    for (ScopeReport scope : report.scopes()) {
      String id = "s" + (views.size() + 1);
      views.add(
          new View(
              id,
              scope,
              new TierDrawing(figures).of(scope, id + "-tiers"),
              new CpuDrawing(runs).of(scope, id + "-cpu"),
              GuestDrawing.of(scope, id + "-guests"),
              new SpreadDrawing(figures, runs).of(scope, id + "-spread")));
    }
    return new HtmlPage(report, figures, views);
  }

  /** Returns the title of the page. */
  public String title() {
    List<String> names = report.runs().stream().map(RunRow::run).toList();
    return report.compares()
        ? String.join(", ", names.subList(1, names.size())) + " against " + names.get(0)
        : names.get(0);
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
    return switch (change.verdict()) {
      case SLOWER -> "slower";
      case FASTER -> "faster";
      case NOT_SIGNIFICANT, TOO_FEW_REQUESTS, DRIFTING, NOT_COMPARABLE -> "unsure";
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
}
