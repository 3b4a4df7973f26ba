package io.tierlens.attribution.clock;

import io.tierlens.attribution.record.WebRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Narrows the starts of requests by the order of the lines: a web server writes a request's line
 * when it has ended, so ends rise from line to line. With exact durations and whole-second stamps
 * that says much about the part of the second.
 */
public final class LogOrder {
  private final long[] earliest;
  private final long[] latest;
  private final Map<String, Double> contradicted = new TreeMap<>();

  private LogOrder(int count) {
    earliest = new long[count];
    latest = new long[count];
  }

  /** Takes the lines of all logs; a log is told by its host. */
  public static LogOrder of(List<WebRequest> requests) {
    LogOrder order = new LogOrder(requests.size());
    Map<String, List<Integer>> logs = new TreeMap<>();
    for (int i = 0; i < requests.size(); i++) {
      order.earliest[i] = requests.get(i).startUs();
      order.latest[i] = requests.get(i).startUs() + requests.get(i).slackUs();
      logs.computeIfAbsent(requests.get(i).host(), host -> new ArrayList<>()).add(i);
    }
    logs.forEach(
        (host, log) -> {
          log.sort(Comparator.comparingLong(i -> requests.get(i).order()));
          order.narrow(requests, host, log);
        });
    return order;
  }

  private void narrow(List<WebRequest> requests, String host, List<Integer> log) {
    long[] durations = requests.stream().mapToLong(WebRequest::durationUs).toArray();
    OrderedLog ordered = new OrderedLog(earliest, latest, durations, durations);
    int[] lines = log.stream().mapToInt(Integer::intValue).toArray();
    double share = ordered.narrow(lines, List.of()).byEnds();
    if (share > OrderedLog.CONTRADICTIONS) {
      contradicted.put(host, share);
    }
  }

  /** Hosts whose lines are not in the order of ends, with the share of those that are not. */
  public Map<String, Double> contradicted() {
    return contradicted;
  }

  public long earliestStartUs(int request) {
    return earliest[request];
  }

  public long latestStartUs(int request) {
    return latest[request];
  }
}
