package io.tierlens.attribution.tier;

import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows of table request: each request's time split by tier, as far as the logs tell. */
public final class RequestRows {
  /** A page whose duration is known to this tells web and application apart. */
  static final long TELLS_APART_US = 10_000;

  private final QueryTies ties;
  private final List<Window> windows;
  private final boolean allLogged;
  private final RequestSums sums;

  /** Found out once: it takes a look at all requests. */
  private final boolean told;

  public RequestRows(QueryTies ties, List<Window> windows, boolean allLogged) {
    this.ties = ties;
    this.windows = windows;
    this.allLogged = allLogged;
    this.sums = new RequestSums(ties);
    this.told = ties.tellsRequests();
  }

  public List<Request> rows() {
    List<Request> rows = new ArrayList<>(ties.requests().size());
    for (int r = 0; r < ties.requests().size(); r++) {
      rows.add(row(r));
    }
    return rows;
  }

  private Request row(int r) {
    TiedRequest request = ties.requests().get(r);
    WebRequest web = request.web();
    long duration = web.durationUs();
    // With a threshold the log holds a part of it only.
    Long db = told && allLogged ? Math.min(duration, Math.round(sums.dbUs(r))) : null;
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
        any ? Math.min(Math.round(sums.lowUs(r)), duration) : null,
        any && allLogged ? Math.min(Math.round(sums.highUs(r)), duration) : null,
        told ? Math.round(sums.queries(r)) : null,
        told ? sums.connection(r) : null,
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
