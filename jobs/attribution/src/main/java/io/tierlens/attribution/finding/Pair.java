package io.tierlens.attribution.finding;

import io.tierlens.attribution.difference.Component;
import io.tierlens.attribution.difference.Difference;
import io.tierlens.attribution.difference.MeanDifference;
import io.tierlens.attribution.difference.Verdict;
import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.attribution.tier.Tier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The figures of two runs over the same window, and what they say about each other.
 *
 * @param comparisons rows of table comparison of the two runs; empty where nobody compared them
 */
record Pair(Evidence before, Evidence after, List<Comparison> comparisons) {

  /** An endpoint or two are not enough to say that all are alike. */
  private static final int MIN_ENDPOINTS = 3;

  /** As table comparison names the difference of means. */
  private static final String MEAN = "mean";

  private static final List<Activity> KERNEL_EVENTS =
      List.of(Activity.FORKS, Activity.CONTEXT_SWITCHES, Activity.PAGE_FAULTS);

  /** Two runs that nobody compared otherwise. */
  Pair(Evidence before, Evidence after) {
    this(before, after, List.of());
  }

  /**
   * A component of the slow-down, in percent of it.
   *
   * @param leastCoverage of the requests, that the component must rest on
   */
  Figure component(Measure measure, Component component, double leastCoverage) {
    Double addedMs = addedMs();
    for (Comparison row : comparisons) {
      if (Objects.equals(row.windowName(), after.window())
          && row.endpoint() == null
          && row.tier().equals(Tier.REQUEST.label())
          && row.measure().equals(MEAN)
          && row.component().equals(component.label())
          && row.refusal() == null
          && row.deltaUs() != null
          && (row.coverage() == null || row.coverage() >= leastCoverage)) {
        return Figure.share(measure, row.deltaUs() / 1e3, addedMs);
      }
    }
    return Figure.of(measure, null);
  }

  /** The mean request; null where one of the runs has none. */
  MeanDifference request() {
    RunTier was = before.tier(Tier.REQUEST);
    RunTier is = after.tier(Tier.REQUEST);
    return was == null || is == null ? null : Difference.ofMeans(was, is);
  }

  /** Whether the candidate is slower, by more than chance and enough to be explained. */
  boolean slower() {
    MeanDifference request = request();
    return request != null
        && request.verdict() == Verdict.SLOWER
        && request.deltaUs() >= Shared.SLOWER_PERCENT / 100 * request.baselineUs();
  }

  /** Whether the interval of the difference leaves no doubt of that. */
  boolean surelySlower() {
    return slower()
        && request().lowUs() >= Shared.SURELY_SLOWER_PERCENT / 100 * request().baselineUs();
  }

  /** What a request takes longer, in milliseconds; null where it does not. */
  Double addedMs() {
    MeanDifference request = request();
    return request == null || request.deltaUs() == null || request.deltaUs() <= 0
        ? null
        : Double.valueOf(request.deltaUs() / 1e3);
  }

  Figure systemGrowth() {
    return Figure.growth(
        Measure.SYSTEM_GROWTH, before.demand(Mode.SYSTEM), after.demand(Mode.SYSTEM));
  }

  Figure userGrowth() {
    return Figure.growth(Measure.USER_GROWTH, before.demand(Mode.USER), after.demand(Mode.USER));
  }

  Figure busyGrowth() {
    return Figure.growth(Measure.BUSY_GROWTH, before.busyDemand(), after.busyDemand());
  }

  /** 1 where both modes grew by the same factor. */
  Figure systemToUser() {
    Double user = userGrowth().value();
    Double system = systemGrowth().value();
    return Figure.of(Measure.GROWTH_OF_SYSTEM_TO_USER, user, system, Figure.ratio(user, system));
  }

  /** What CPU time adds to a request, in percent of all that is added. */
  Figure shareOfAdded(Measure measure, Demand was, Demand is) {
    return was == null || is == null
        ? Figure.of(measure, null)
        : Figure.share(measure, is.ms() - was.ms(), addedMs());
  }

  /** In points; a baseline that does not tell is taken as having none if that is what it means. */
  Figure added(Measure measure, Double was, Double is, boolean noneIsNothing) {
    if (is == null || (was == null && !noneIsNothing)) {
      return Figure.of(measure, null);
    }
    return Figure.of(measure, was, is, is - (was == null ? 0 : was));
  }

  Figure iowaitAdded() {
    Double was = before.percent(Mode.IOWAIT);
    return added(Measure.IOWAIT_ADDED, was, after.percent(Mode.IOWAIT), false);
  }

  /** Growth per request of what the kernel is asked to do: of the kind that grew most. */
  Figure eventsGrowth() {
    Figure most = Figure.of(Measure.EVENTS_GROWTH, null);
    for (Activity kind : KERNEL_EVENTS) {
      Figure growth =
          Figure.growth(Measure.EVENTS_GROWTH, before.perRequest(kind), after.perRequest(kind));
      if (growth.value() != null && (most.value() == null || growth.value() > most.value())) {
        most = growth;
      }
    }
    return most;
  }

  /** How many of the endpoints are slower, in percent; of those that both runs know well. */
  Figure endpointsSlower() {
    Map<String, EndpointTier> known = new HashMap<>();
    before.endpoints().forEach(row -> known.put(row.endpoint(), row));
    int compared = 0;
    int slower = 0;
    for (EndpointTier is : after.endpoints()) {
      EndpointTier was = known.get(is.endpoint());
      if (was != null
          && !is.endpoint().equals(EndpointTail.NAME)
          && Math.min(was.requests(), is.requests()) >= Shared.ENDPOINT_REQUESTS) {
        compared++;
        slower += is.meanUs() >= Shared.ENDPOINT_SLOWER * was.meanUs() ? 1 : 0;
      }
    }
    return Figure.of(
        Measure.ENDPOINTS_SLOWER,
        compared < MIN_ENDPOINTS ? null : Double.valueOf(100.0 * slower / compared));
  }
}
