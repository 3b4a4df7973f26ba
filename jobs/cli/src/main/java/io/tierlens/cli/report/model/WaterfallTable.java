package io.tierlens.cli.report.model;

import io.tierlens.attribution.difference.Component;
import io.tierlens.attribution.difference.Measure;
import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.model.Waterfall.Kind;
import io.tierlens.cli.report.model.Waterfall.Split;
import io.tierlens.cli.report.model.Waterfall.Step;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the waterfalls of one candidate from its rows of table comparison. */
final class WaterfallTable {

  /** Times are whole microseconds: what is less is the rounding of the sums. */
  private static final double NOTHING_US = 1;

  private static final String MIX = "other pages asked for";

  private static final String MIX_INSIDE =
      "how far the mix of pages moved is not told by tier: it is in the tiers' steps";

  /** Rows of all requests together in one window. */
  private final List<Comparison> rows;

  private final String run;
  private final String window;
  private final Comparison total;

  private WaterfallTable(String run, String window, List<Comparison> rows) {
    this.run = run;
    this.window = window;
    this.rows =
        rows.stream()
            .filter(row -> row.endpoint() == null && Objects.equals(row.windowName(), window))
            .filter(row -> Measure.MEAN.label().equals(row.measure()))
            .toList();
    this.total = row(Component.TOTAL, Tier.REQUEST).orElse(null);
  }

  /**
   * By tier where the scope can be compared, and of the whole runs in any case; by load wherever
   * the model could be tried.
   */
  static List<Waterfall> of(Scope scope, String run, List<Comparison> rows) {
    WaterfallTable table = new WaterfallTable(run, scope.window(), rows);
    if (table.total == null
        || table.total.baselineUs() == null
        || table.total.candidateUs() == null) {
      return List.of();
    }
    List<Waterfall> waterfalls = new ArrayList<>();
    Caution caution = Caution.of(scope, run);
    if (caution.shown()) {
      waterfalls.add(table.byTier(caution));
    }
    table.byLoad().ifPresent(waterfalls::add);
    return waterfalls;
  }

  private Waterfall byTier(Caution caution) {
    List<Step> steps = new ArrayList<>();
    String remark = null;
    List<Tier> tiers = split();
    if (!tiers.isEmpty()) {
      tiers.forEach(tier -> steps.add(step(Kind.TIER, tier, within(tier))));
      steps.add(mix(tiers));
    } else {
      tiers = told();
      tiers.forEach(tier -> steps.add(step(Kind.TIER, tier, row(Component.TOTAL, tier).get())));
      if (tiers.isEmpty() && row(Component.WITHIN, Tier.REQUEST).isPresent()) {
        steps.add(step(Kind.RESIDUAL, null, within(Tier.REQUEST)));
        steps.add(mix(List.of(Tier.REQUEST)));
      } else if (!tiers.isEmpty()) {
        remark = MIX_INSIDE + mixOfRequest();
      }
    }
    rest(tiers, steps);
    return new Waterfall(
        run,
        window,
        Split.TIERS,
        total.baselineUs(),
        total.candidateUs(),
        steps,
        caution.with(remark));
  }

  /** The tiers that the change within endpoints is told by; empty where it is not. */
  private List<Tier> split() {
    return parts(Component.WITHIN);
  }

  /** The tiers whose means are known in both runs. */
  private List<Tier> told() {
    return parts(Component.TOTAL);
  }

  private List<Tier> parts(Component component) {
    List<Tier> told = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      if (tier.isPart() && row(component, tier).isPresent()) {
        told.add(tier);
      }
    }
    // The two together are no part beside the two.
    if (told.contains(Tier.WEB) || told.contains(Tier.APP)) {
      told.remove(Tier.WEB_APP);
    }
    return told;
  }

  private Comparison within(Tier tier) {
    return row(Component.WITHIN, tier).orElseThrow();
  }

  /** Intervals of the tiers' mixes do not add up to that of their sum. */
  private Step mix(List<Tier> tiers) {
    List<Comparison> mixes =
        tiers.stream().map(tier -> row(Component.MIX, tier)).flatMap(Optional::stream).toList();
    if (mixes.size() == 1) {
      return step(Kind.MIX, null, mixes.get(0));
    }
    double sum = mixes.stream().mapToDouble(Comparison::deltaUs).sum();
    return new Step(Kind.MIX, null, MIX, sum, null, null, null);
  }

  /** How large the mix is, if it is told of the request as a whole. */
  private String mixOfRequest() {
    return row(Component.MIX, Tier.REQUEST)
        .map(mix -> mix.deltaUs() / Math.max(Math.abs(total.deltaUs()), NOTHING_US))
        .map(Math::abs)
        .map(share -> " (it is " + Figures.share(share) + " of the difference)")
        .orElse("");
  }

  /** What the steps leave is of the tiers that have none. */
  private void rest(List<Tier> told, List<Step> steps) {
    double rest = total.deltaUs() - steps.stream().mapToDouble(Step::deltaUs).sum();
    if (Math.abs(rest) < NOTHING_US && !steps.isEmpty()) {
      return;
    }
    List<Tier> untold = new ArrayList<>(List.of(Tier.WEB, Tier.APP, Tier.DB));
    untold.removeAll(told);
    if (told.contains(Tier.WEB_APP)) {
      untold.removeAll(List.of(Tier.WEB, Tier.APP));
    }
    if (steps.isEmpty()) {
      steps.add(step(Kind.RESIDUAL, null, total));
    } else if (untold.equals(List.of(Tier.WEB, Tier.APP))) {
      steps.add(rest(Kind.TIER, Tier.WEB_APP, Tier.WEB_APP.label(), rest));
    } else {
      String label =
          untold.isEmpty()
              ? "not told apart"
              : untold.stream().map(Tier::label).collect(Collectors.joining(" and "));
      steps.add(rest(Kind.RESIDUAL, null, label, rest));
    }
  }

  private static Step rest(Kind kind, Tier tier, String label, double us) {
    return new Step(kind, tier, label, us, null, null, null);
  }

  private Optional<Waterfall> byLoad() {
    Optional<Comparison> machine = row(Component.DEMAND, Tier.REQUEST);
    Optional<Comparison> load = row(Component.LOAD, Tier.REQUEST);
    Optional<Comparison> rest = row(Component.RESIDUAL, Tier.REQUEST);
    if (machine.isEmpty() || load.isEmpty() || rest.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Waterfall(
            run,
            window,
            Split.LOAD,
            total.baselineUs(),
            total.candidateUs(),
            List.of(
                step(Kind.MACHINE, null, machine.get()),
                step(Kind.LOAD, null, load.get()),
                step(Kind.RESIDUAL, null, rest.get())),
            off(machine.get())));
  }

  private static String off(Comparison machine) {
    String model = "by a queueing model of the CPUs, without intervals";
    return machine.expectedError() == null
        ? model
        : model
            + "; where it was tried on a load it did not know, it was off by "
            + Figures.share(machine.expectedError());
  }

  private static Step step(Kind kind, Tier tier, Comparison row) {
    return new Step(
        kind,
        tier,
        label(kind, tier, row),
        row.deltaUs(),
        row.lowUs(),
        row.highUs(),
        row.significant());
  }

  private static String label(Kind kind, Tier tier, Comparison row) {
    return switch (kind) {
      case TIER -> tier.label();
      case MIX -> MIX;
      case MACHINE -> "the machine, at the baseline's load";
      case LOAD -> "the load";
      case RESIDUAL ->
          Component.RESIDUAL.label().equals(row.component())
              ? "not told by the model"
              : "whole request, tiers not told apart";
    };
  }

  /** A row that has a figure. */
  private Optional<Comparison> row(Component component, Tier tier) {
    return rows.stream()
        .filter(row -> component.label().equals(row.component()))
        .filter(row -> tier.key().equals(row.tier()) && row.deltaUs() != null)
        .findFirst();
  }
}
