package io.tierlens.cli.report.model;

import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Says in which tier the time went, and in which it changed. */
final class TierSentences {

  /** Tiers that a sentence names for each window. */
  private static final int NAMED = 3;

  /** A rest smaller than this share of the request is not worth a word. */
  private static final double WORTH_NAMING = 0.005;

  private final Figures figures;

  TierSentences(Figures figures) {
    this.figures = figures;
  }

  /**
   * A part of the request, or several parts of which the logs tell no more than their sum.
   *
   * @param apart false for several
   */
  private record Part(String label, double amount, boolean significant, boolean apart) {}

  /** Where the time went in these windows: in full in the busiest, in brief in the others. */
  String where(RunFacts facts, List<ScopeReport> scopes) {
    String run = facts.name();
    if (scopes.isEmpty()) {
      return "Where the time went on "
          + run
          + " cannot be told: "
          + RemarkWords.untimed(facts).orElse("its logs hold no request to the application")
          + ".";
    }
    String windows = inOrder(scopes, (scope, named) -> split(scope, run, named ? NAMED : 1));
    List<Part> parts = shares(Headline.busiest(scopes), run);
    if (parts.isEmpty()) {
      return "On " + run + " a request takes " + windows + "; the logs do not split it.";
    }
    Part most = parts.get(0);
    return "On "
        + run
        + " a request spends most of its time in "
        + (most.apart() ? "the " + most.label() : most.label() + ", which are not told apart")
        + ": "
        + windows
        + ".";
  }

  /** Words for each scope, the busiest first; only that one is told in full. */
  private static String inOrder(
      List<ScopeReport> scopes, BiFunction<ScopeReport, Boolean, String> words) {
    List<ScopeReport> order = Headline.byRequests(scopes);
    return order.stream()
        .map(scope -> in(scope) + words.apply(scope, scope.equals(order.get(0))))
        .collect(Collectors.joining("; "));
  }

  private String split(ScopeReport scope, String run, int named) {
    String mean = figures.duration(scope.cell(Tier.REQUEST, run).orElseThrow().meanUs());
    List<Part> parts = shares(scope, run);
    return parts.isEmpty()
        ? mean
        : mean
            + parts.stream()
                .limit(named)
                .map(part -> part.label() + " " + Figures.share(part.amount()))
                .collect(Collectors.joining(", ", " (", ")"));
  }

  /** The parts of the request by their share, the largest first. */
  private static List<Part> shares(ScopeReport scope, String run) {
    List<Part> parts = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (TierRow row : scope.tiers()) {
      TierCell cell = row.cell(run).orElse(null);
      if (!row.tier().isPart() || cell == null || cell.requests() == null) {
        continue;
      }
      if (cell.told() && cell.share() != null) {
        parts.add(new Part(row.tier().label(), cell.share(), true, isOne(row.tier())));
      } else {
        rest.add(row.tier().label());
      }
    }
    double told = parts.stream().mapToDouble(Part::amount).sum();
    if (!parts.isEmpty() && !rest.isEmpty() && 1 - told > WORTH_NAMING) {
      parts.add(rest(rest, 1 - told));
    }
    parts.sort(Comparator.comparingDouble((Part part) -> -part.amount()));
    return parts;
  }

  private static boolean isOne(Tier tier) {
    return tier != Tier.WEB_APP;
  }

  private static Part rest(List<String> labels, double amount) {
    return new Part(String.join(" and ", labels), amount, true, labels.size() == 1);
  }

  /** How the request changed in these windows, how surely, and in the busiest in which tier. */
  String changed(String baseline, String run, List<ScopeReport> scopes) {
    return "Against "
        + baseline
        + " at like load: "
        + inOrder(
            scopes,
            (scope, full) -> {
              TierChange change = Headline.change(scope, run);
              String words = change.words(figures);
              return full ? words + sureness(change) + mostIn(scope, run) : words;
            })
        + ".";
  }

  private String sureness(TierChange change) {
    return !change.significant() || change.lowUs() == null || change.highUs() == null
        ? ""
        : ", "
            + change.confidencePercent()
            + " % interval "
            + figures.signedInterval(change.lowUs(), change.highUs());
  }

  /** The tier that changed most; it may be the sum of those that are not told apart. */
  private String mostIn(ScopeReport scope, String run) {
    TierChange whole = Headline.change(scope, run);
    if (!whole.significant()) {
      return "";
    }
    List<Part> parts = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (TierRow row : scope.tiers()) {
      TierCell cell = row.cell(run).orElse(null);
      if (!row.tier().isPart() || cell == null || cell.requests() == null) {
        continue;
      }
      if (cell.change() == null) {
        rest.add(row.tier().label());
      } else {
        TierChange change = cell.change();
        parts.add(
            new Part(
                row.tier().label(), change.deltaUs(), change.significant(), isOne(row.tier())));
      }
    }
    double told = parts.stream().mapToDouble(Part::amount).sum();
    if (!parts.isEmpty() && !rest.isEmpty()) {
      parts.add(rest(rest, whole.deltaUs() - told));
    }
    return parts.stream()
        .max(Comparator.comparingDouble(part -> Math.abs(part.amount())))
        .map(
            part ->
                ", most of it in "
                    + (part.apart() ? "the " : "")
                    + part.label()
                    + " ("
                    + figures.signed(part.amount())
                    + (part.significant() ? ")" : ", by itself not significant)"))
        .orElse("");
  }

  private static String in(ScopeReport scope) {
    return scope.scope().window() == null ? "" : scope.scope().window() + " ";
  }
}
