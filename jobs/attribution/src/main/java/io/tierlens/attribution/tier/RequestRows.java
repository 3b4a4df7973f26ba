package io.tierlens.attribution.tier;

import io.tierlens.attribution.matching.Candidates;
import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.matching.QueryGroup;
import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the rows of table request: each request's time split by tier, as far as the logs tell. */
public final class RequestRows {
  /** A page whose duration is known to this tells web and application apart. */
  static final long TELLS_APART_US = 10_000;

  private final QueryTies ties;
  private final List<Window> windows;
  private final boolean allLogged;
  private final int[] groupOf;
  private final long[] low;
  private final long[] high;

  public RequestRows(QueryTies ties, List<Window> windows, boolean allLogged) {
    this.ties = ties;
    this.windows = windows;
    this.allLogged = allLogged;
    this.groupOf = new int[ties.requests().size()];
    this.low = new long[groupOf.length];
    this.high = new long[groupOf.length];
    Arrays.fill(groupOf, -1);
    for (int g = 0; g < ties.groups().size(); g++) {
      take(g);
    }
  }

  private void take(int g) {
    Candidates candidates = ties.candidates();
    long total = ties.groups().get(g).totalUs();
    boolean single = ties.level().tiesWhole();
    if (ties.tiedRequest(g) >= 0) {
      groupOf[ties.tiedRequest(g)] = g;
    }
    if (candidates.count(g) == 1) {
      int only = candidates.request(candidates.from(g));
      low[only] += !single || ties.tiedRequest(g) == only ? total : 0;
    }
    for (int place = candidates.from(g); place < candidates.to(g); place++) {
      int request = candidates.request(place);
      // One group is all that a request has, so the longest bounds it.
      high[request] = single ? Math.max(high[request], total) : high[request] + total;
    }
  }

  public List<Request> rows() {
    List<Request> rows = new ArrayList<>(groupOf.length);
    for (int r = 0; r < groupOf.length; r++) {
      rows.add(row(r));
    }
    return rows;
  }

  private Request row(int r) {
    TiedRequest request = ties.requests().get(r);
    WebRequest web = request.web();
    long duration = web.durationUs();
    QueryGroup group = groupOf[r] < 0 ? null : ties.groups().get(groupOf[r]);
    boolean told = ties.level().tiesWhole();
    Long db = told ? Math.min(duration, group == null ? 0 : group.totalUs()) : null;
    Long app = appDuration(request);
    Long webSelf = null;
    Long appSelf = null;
    Long webApp = null;
    if (app != null && db != null) {
      // The self times are never negative: queries outside of the page are taken from the web's.
      appSelf = Math.max(0, app - db);
      webSelf = duration - db - appSelf;
    } else if (app != null) {
      webSelf = duration - app;
    } else if (db != null) {
      webApp = duration - db;
    }
    boolean any = ties.level() != Level.NONE;
    return new Request(
        web.key(),
        request.event() == null ? null : request.event().key(),
        web.host(),
        windowOf(web.middleStartUs()),
        web.startUs(),
        web.slackUs(),
        duration,
        web.endpoint(),
        web.status(),
        webSelf,
        appSelf,
        webApp,
        db,
        any ? Math.min(low[r], duration) : null,
        any && allLogged ? Math.min(high[r], duration) : null,
        told ? Long.valueOf(group == null ? 0 : group.queries().length) : null,
        group == null ? null : group.threadId(),
        ties.level().label());
  }

  private static Long appDuration(TiedRequest request) {
    if (!request.hasAppDuration() || request.event().uncertaintyUs() > TELLS_APART_US) {
      return null;
    }
    return Math.min(request.web().durationUs(), request.event().durationUs());
  }

  private String windowOf(long startUs) {
    for (Window window : windows) {
      if (window.contains(startUs)) {
        return window.name();
      }
    }
    return null;
  }
}
