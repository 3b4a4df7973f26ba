package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.RunNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the sections of one report share: the page, what is shown in full, what is left out. */
final class Sheet {

  /** Columns of a run's name, in 80 columns. */
  private static final int NAME = 13;

  final Report report;
  final Page page;
  final Figures figures;
  final RunNames names;

  /** The windows with full tables: all of them with details, else the most telling one. */
  final List<ScopeReport> full;

  final ScopeReport main;
  final boolean details;

  private final Map<String, Long> omitted = new LinkedHashMap<>();

  Sheet(Report report, Page page, boolean details) {
    this.report = report;
    this.page = page;
    this.details = details;
    this.figures = new Figures(report.unit());
    this.names =
        RunNames.of(
            report.runs().stream().map(run -> run.run()).toList(),
            page::shown,
            NAME + (page.width() - TextOptions.NARROW) / 4);
    this.main = MainScopes.of(report);
    this.full = details ? report.scopes() : List.of(main);
  }

  /** Whether a window has full tables; null stands for the whole runs. */
  boolean isFull(String window) {
    return full.stream().anyMatch(scope -> Objects.equals(scope.scope().window(), window));
  }

  /** The run of a line; empty in a report on one run, where it is clear. */
  String run(String run) {
    return report.compares() ? names.of(run) : "";
  }

  /** How many of the things that moved most are shown of each candidate. */
  int most() {
    return report.runs().size() > 2 ? 3 : 4;
  }

  /** The first of a list, or all of it with details; what is left out is counted. */
  <T> List<T> first(int most, List<T> all, String what) {
    if (details || all.size() <= most) {
      return all;
    }
    omit(what, all.size() - most);
    return all.subList(0, most);
  }

  /** Counts what is left out. */
  void omit(String what, long count) {
    if (count > 0) {
      omitted.merge(what, count, Long::sum);
    }
  }

  /** What was left out, in words; empty where that is nothing. */
  String omitted() {
    return omitted.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + Figures.count(entry.getValue()) + ")")
        .collect(Collectors.joining(", "));
  }

  /** The window of a section whose tables are of one window. */
  String inMain() {
    return details ? "" : in(main.scope().window());
  }

  /** A name as a title has it: {@code " in eight-clients"}, or nothing for the whole runs. */
  static String in(String window) {
    return window == null ? "" : " in " + window;
  }
}
