package io.tierlens.cli.report.model;

import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.facts.RunFacts;
import java.util.ArrayList;
import java.util.List;

/** What was taken for granted when files were read, and may move their samples in time. */
final class LedgerNotes {
  private static final String ASSUMED = "assumed";
  private static final String DRIFT = "than told";

  private LedgerNotes() {}

  static List<String> of(RunFacts run) {
    List<String> notes = new ArrayList<>();
    for (LedgerRow file : run.ledger()) {
      String order = file.facts().get("date order");
      if (order != null && order.startsWith(ASSUMED)) {
        notes.add(
            file.file()
                + ": day and month of its date can be read both ways; "
                + order
                + "; say date-order in run.yaml");
      }
      String interval = file.facts().get("interval by counters");
      if (interval != null && interval.endsWith(DRIFT)) {
        notes.add(file.file() + ": spacing of the samples by their CPU counters: " + interval);
      }
    }
    return notes;
  }
}
