package io.tierlens.attribution.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Places a request, its page and its queries in time. Stamps tell starts only within their slack;
 * what narrows them is that the page lies in the request, the queries in the page, and that they
 * came one after the other, as their log has them. Each piece is placed in the middle of what
 * remains. Where the stamps contradict the order, queries are taken as running side by side; where
 * they contradict the nesting, pieces are moved and cut, and say so.
 */
public final class TracePlacement {
  private static final int REQUEST = 0;
  private static final int PAGE = 1;

  private final Timed request;
  private final Timed page;
  private final List<Timed> queries;

  private TracePlacement(Timed request, Timed page, List<Timed> queries) {
    this.request = request;
    this.page = page == null ? null : shortened(page, request.durationUs());
    long longest = this.page == null ? request.durationUs() : this.page.durationUs();
    this.queries = queries.stream().map(query -> shortened(query, longest)).toList();
  }

  /**
   * Places them.
   *
   * @param page null where the application is not told apart from the web server
   * @param queries in the order in which the database finished them
   */
  public static PlacedTrace place(Timed request, Timed page, List<Timed> queries) {
    TracePlacement placement = new TracePlacement(request, page, queries);
    StartTimes starts = placement.starts(true);
    if (!starts.narrow()) {
      starts = placement.starts(false);
      if (!starts.narrow()) {
        starts = placement.byStampsAlone();
      }
    }
    return placement.placed(starts, page, queries);
  }

  private static Timed shortened(Timed work, long longestUs) {
    return new Timed(work.startUs(), work.slackUs(), Math.min(work.durationUs(), longestUs));
  }

  private StartTimes starts(boolean inOrder) {
    StartTimes starts = new StartTimes(2 + queries.size());
    starts.between(REQUEST, request.startUs(), request.latestStartUs());
    Timed inner = page == null ? request : page;
    if (page == null) {
      starts.between(PAGE, request.startUs(), request.latestStartUs());
    } else {
      allow(starts, PAGE, page);
    }
    inside(starts, PAGE, inner, REQUEST, request);
    Timed before = null;
    for (int q = 0; q < queries.size(); q++) {
      Timed query = queries.get(q);
      int piece = PAGE + 1 + q;
      allow(starts, piece, query);
      if (inOrder && before != null) {
        // What took no time by its log took some: viewers show spans of one instant as nested.
        starts.gap(piece - 1, piece, Math.max(1, before.durationUs()));
      }
      inside(starts, piece, query, PAGE, inner);
      before = query;
    }
    return starts;
  }

  /** What its stamp allows, or if none of that lies in the request, what the request allows. */
  private void allow(StartTimes starts, int piece, Timed work) {
    long from = Math.max(work.startUs(), request.startUs());
    long by = Math.min(work.latestStartUs(), lastStart(work));
    if (from <= by) {
      starts.between(piece, from, by);
    } else {
      starts.between(piece, request.startUs(), lastStart(work));
    }
  }

  private long lastStart(Timed work) {
    return request.latestStartUs() + request.durationUs() - work.durationUs();
  }

  private static void inside(StartTimes starts, int piece, Timed work, int around, Timed whole) {
    starts.gap(around, piece, 0);
    starts.gap(piece, around, work.durationUs() - whole.durationUs());
  }

  /** Nothing fits: each as its own stamp has it, as near as the work around it lets it be. */
  private StartTimes byStampsAlone() {
    StartTimes starts = new StartTimes(2 + queries.size());
    long start = middle(request);
    around(starts, REQUEST, request, start);
    Timed inner = page == null ? request : page;
    long innerStart = page == null ? start : within(start, request, page);
    around(starts, PAGE, inner, innerStart);
    for (int q = 0; q < queries.size(); q++) {
      Timed query = queries.get(q);
      around(starts, PAGE + 1 + q, query, within(innerStart, inner, query));
    }
    return starts;
  }

  private static void around(StartTimes starts, int piece, Timed work, long middleUs) {
    long from = middleUs - work.slackUs() / 2;
    starts.between(piece, from, from + work.slackUs());
  }

  private static long within(long wholeStart, Timed whole, Timed work) {
    long last = wholeStart + whole.durationUs() - work.durationUs();
    return Math.max(wholeStart, Math.min(middle(work), last));
  }

  private static long middle(Timed work) {
    return work.startUs() + work.slackUs() / 2;
  }

  private PlacedTrace placed(StartTimes starts, Timed loggedPage, List<Timed> loggedQueries) {
    List<PlacedSpan> placed = new ArrayList<>(queries.size());
    for (int q = 0; q < queries.size(); q++) {
      placed.add(span(starts, PAGE + 1 + q, queries.get(q), loggedQueries.get(q)));
    }
    return new PlacedTrace(
        span(starts, REQUEST, request, request),
        page == null ? null : span(starts, PAGE, page, loggedPage),
        placed);
  }

  private static PlacedSpan span(StartTimes starts, int piece, Timed work, Timed logged) {
    long start = starts.middleUs(piece);
    long moved = 0;
    if (start < logged.startUs()) {
      moved = start - logged.startUs();
    } else if (start > logged.latestStartUs()) {
      moved = start - logged.latestStartUs();
    }
    return new PlacedSpan(
        start,
        starts.slackUs(piece),
        work.durationUs(),
        moved,
        logged.durationUs() - work.durationUs());
  }
}
