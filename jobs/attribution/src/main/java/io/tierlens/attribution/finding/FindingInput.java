package io.tierlens.attribution.finding;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.table.RunTables;
import java.util.List;

/**
 * What findings start from, of one run.
 *
 * @param hosts machines of the run: which of them serve requests, which are guests
 * @param activities what machines did, by window; empty where sar did not record it
 */
public record FindingInput(RunTables tables, List<Host> hosts, List<HostActivity> activities) {

  public FindingInput {
    requireNonNull(tables, "tables is null");
    hosts = List.copyOf(hosts);
    activities = List.copyOf(activities);
  }
}
