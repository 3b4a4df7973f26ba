package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.facts.RejectCount;
import io.tierlens.cli.report.facts.StampSlack;
import java.util.List;

/**
 * How good the data of one run is.
 *
 * @param run name of the run
 * @param level how its queries are tied to its requests; null where nothing tells
 * @param files the account of every file
 * @param rejects rejects by file and reason, the most frequent first
 * @param slacks exactness of the stamps by kind of log
 * @param notes what a reader must know of the data, in words
 * @param cannotTell what these logs cannot tell, in words
 */
public record RunQuality(
    String run,
    RunLevel level,
    List<LedgerRow> files,
    List<RejectCount> rejects,
    List<StampSlack> slacks,
    List<String> notes,
    List<String> cannotTell) {

  /** Copies the lists. */
  public RunQuality {
    requireNonNull(run, "run");
    files = List.copyOf(files);
    rejects = List.copyOf(rejects);
    slacks = List.copyOf(slacks);
    notes = List.copyOf(notes);
    cannotTell = List.copyOf(cannotTell);
  }
}
