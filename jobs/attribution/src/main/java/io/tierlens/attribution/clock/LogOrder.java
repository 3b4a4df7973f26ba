package io.tierlens.attribution.clock;

import io.tierlens.attribution.record.WebRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Narrows the starts of requests by the order of the lines: a web server writes a request's line
 * when it has ended, so ends rise from line to line. With exact durations and whole-second stamps
 * that says much about the part of the second.
 */
public final class LogOrder {
  /** Servers write a line some time after the end, each process by itself. */
  private static final long LATE_LINE_US = 20_000;

  /** With more contradictions than this the lines are not in the order of ends at all. */
  private static final double CONTRADICTIONS = 0.005;

  private final long[] earliest;
  private final long[] latest;

  private LogOrder(int count) {
    earliest = new long[count];
    latest = new long[count];
  }

  /** Takes the lines of all logs; a log is told by its host. */
  public static LogOrder of(List<WebRequest> requests) {
    LogOrder order = new LogOrder(requests.size());
    Map<String, List<Integer>> logs = new HashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      order.earliest[i] = requests.get(i).startUs();
      order.latest[i] = requests.get(i).startUs() + requests.get(i).slackUs();
      logs.computeIfAbsent(requests.get(i).host(), host -> new ArrayList<>()).add(i);
    }
    for (List<Integer> log : logs.values()) {
      log.sort(Comparator.comparingLong(i -> requests.get(i).order()));
      order.narrow(requests, log);
    }
    return order;
  }

  private void narrow(List<WebRequest> requests, List<Integer> log) {
    long[] from = new long[log.size()];
    long[] by = new long[log.size()];
    long ended = Long.MIN_VALUE / 2;
    for (int i = 0; i < from.length; i++) {
      WebRequest request = requests.get(log.get(i));
      from[i] = Math.max(request.startUs(), ended - request.durationUs() - LATE_LINE_US);
      ended = Math.max(ended, from[i] + request.durationUs());
    }
    long ends = Long.MAX_VALUE / 2;
    long contradictions = 0;
    for (int i = from.length - 1; i >= 0; i--) {
      WebRequest request = requests.get(log.get(i));
      by[i] =
          Math.min(
              request.startUs() + request.slackUs(), ends - request.durationUs() + LATE_LINE_US);
      ends = Math.min(ends, by[i] + request.durationUs());
      contradictions += from[i] > by[i] ? 1 : 0;
    }
    if (contradictions > CONTRADICTIONS * from.length) {
      return;
    }
    for (int i = 0; i < from.length; i++) {
      if (from[i] <= by[i]) {
        earliest[log.get(i)] = from[i];
        latest[log.get(i)] = by[i];
      }
    }
  }

  public long earliestStartUs(int request) {
    return earliest[request];
  }

  public long latestStartUs(int request) {
    return latest[request];
  }
}
