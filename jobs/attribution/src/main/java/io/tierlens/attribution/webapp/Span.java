package io.tierlens.attribution.webapp;

import io.tierlens.attribution.record.Window;
import java.util.List;

/** The time that requests cover, as a window without a name of its own. */
public final class Span {
  private static final String WHOLE_RUN = "run";

  private Span() {}

  /** Just holds all starts, in the middle of what the stamps allow. */
  public static Window ofStarts(List<TiedRequest> requests) {
    long from = requests.stream().mapToLong(r -> r.web().middleStartUs()).min().orElse(0);
    long to = requests.stream().mapToLong(r -> r.web().middleStartUs()).max().orElse(0);
    return new Window(WHOLE_RUN, from, to + 1);
  }

  /** From the first start to the last end, in the middle of what the stamps allow. */
  public static Window ofRequests(List<TiedRequest> requests) {
    long from = requests.stream().mapToLong(r -> r.web().middleStartUs()).min().orElse(0);
    long to =
        requests.stream()
            .mapToLong(r -> r.web().middleStartUs() + r.web().durationUs())
            .max()
            .orElse(0);
    return new Window(WHOLE_RUN, from, to);
  }
}
