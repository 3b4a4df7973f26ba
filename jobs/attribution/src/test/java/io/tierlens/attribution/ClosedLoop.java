package io.tierlens.attribution;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes runs with known truth: clients that ask, think and ask again; a web server that passes on
 * to an application with a queue before it; pages that run their statements one after the other,
 * some more than once; and the logs that all of them would write, in whole seconds and in order of
 * completion.
 */
public final class ClosedLoop {
  public static final long SECOND = 1_000_000;
  public static final long START = 1_700_000_000L * SECOND;
  private static final String[] PAGES = {"index", "product", "search", "basket", "login"};

  public final List<WebRequest> web = new ArrayList<>();
  public final List<AppEvent> app = new ArrayList<>();
  public final List<Query> queries = new ArrayList<>();
  public final Map<Long, Long> eventOfRequest = new HashMap<>();
  public final Map<Long, Long> requestOfQuery = new HashMap<>();
  final Map<Long, Long> appTimeOfRequest = new HashMap<>();
  public final Map<Long, Long> dbTimeOfRequest = new HashMap<>();

  private final Random random;
  private final boolean exact;
  private final List<Page> pages = new ArrayList<>();

  /** What truly happened in one request. */
  private static final class Page {
    long client;
    String name;
    long start;
    long appStart;
    long appEnd;
    long end;
    long thread;
    long connect;
    boolean fixed;
    final List<long[]> ran = new ArrayList<>();
    final List<String> statements = new ArrayList<>();
  }

  /**
   * Runs the clients.
   *
   * @param exact logs in microseconds instead of whole seconds
   * @param keptConnections connections serve a client for ever instead of one request
   */
  public ClosedLoop(long seed, int clients, int perClient, boolean exact, boolean keptConnections) {
    this.random = new Random(seed);
    this.exact = exact;
    for (int client = 0; client < clients; client++) {
      long now = START + random.nextInt(3_000_000);
      for (int i = 0; i < perClient; i++) {
        Page page = page(client, now);
        now = page.end + 100_000 + random.nextInt(1_500_000);
      }
    }
    pages.sort(Comparator.comparingLong(page -> page.connect));
    for (int i = 0; i < pages.size(); i++) {
      pages.get(i).thread = keptConnections ? pages.get(i).client : 10L + i;
    }
    write();
  }

  private Page page(long client, long now) {
    Page page = new Page();
    page.client = client;
    page.start = now;
    page.fixed = random.nextInt(3) == 0;
    page.name = PAGES[random.nextInt(PAGES.length)];
    page.appStart = now + 5_000 + random.nextInt(60_000);
    // Before or after the page's first line is written: ids are not quite in order of pages.
    page.connect = page.appStart + random.nextInt(40_000) - 20_000;
    long at = page.appStart + 20_000 + random.nextInt(20_000);
    if (!page.fixed) {
      if (!page.name.equals("login")) {
        at = statement(page, "session", at);
        at = statement(page, page.name + " head", at);
        int rows = page.name.equals("search") ? random.nextInt(20) : 2 + random.nextInt(3);
        for (int i = 0; i < rows; i++) {
          at = statement(page, page.name + " row", at);
        }
        at = statement(page, "save", at);
      }
      page.appEnd = at + 30_000 + random.nextInt(200_000);
      page.end = page.appEnd + 1_000 + random.nextInt(20_000);
    } else {
      page.end = now + 3_000 + random.nextInt(10_000);
    }
    pages.add(page);
    return page;
  }

  private long statement(Page page, String statement, long from) {
    long start = from + 2_000 + random.nextInt(60_000);
    long time = 500L + random.nextInt(60_000);
    page.ran.add(new long[] {start, time});
    page.statements.add(statement);
    return start + time;
  }

  private void write() {
    pages.sort(Comparator.comparingLong(page -> page.end));
    for (Page page : pages) {
      long key = 1_000L + web.size();
      String path = page.fixed ? "/logo.png" : "/cgi/" + page.name + ".html";
      web.add(
          new WebRequest(
              key,
              "www",
              stamp(page.start),
              slack(),
              page.end - page.start,
              "GET " + path,
              path,
              200,
              key));
      if (!page.fixed) {
        appTimeOfRequest.put(key, page.appEnd - page.appStart);
        dbTimeOfRequest.put(key, page.ran.stream().mapToLong(query -> query[1]).sum());
      }
      page.client = key;
    }
    pages.removeIf(page -> page.fixed);
    pages.sort(Comparator.comparingLong(page -> page.appStart));
    for (Page page : pages) {
      long key = 5_000_000L + app.size();
      eventOfRequest.put(page.client, key);
      app.add(
          new AppEvent(
              key,
              "www",
              stamp(page.appStart),
              slack(),
              stamp(page.appEnd) - stamp(page.appStart),
              exact ? 0L : SECOND,
              null,
              null,
              null,
              "/cgi/" + page.name + ".html",
              true,
              app.size()));
    }
    writeQueries();
  }

  private void writeQueries() {
    record Ended(Page page, int query, long end) {}
    List<Ended> ended = new ArrayList<>();
    for (Page page : pages) {
      for (int i = 0; i < page.ran.size(); i++) {
        ended.add(new Ended(page, i, page.ran.get(i)[0] + page.ran.get(i)[1]));
      }
    }
    ended.sort(Comparator.comparingLong(Ended::end));
    for (Ended query : ended) {
      long key = 9_000_000L + queries.size();
      long[] ran = query.page.ran.get(query.query);
      requestOfQuery.put(key, query.page.client);
      queries.add(
          new Query(
              key,
              "www",
              stamp(ran[0]),
              slack(),
              ran[1],
              query.page.thread,
              query.page.statements.get(query.query),
              queries.size()));
    }
  }

  private long stamp(long instant) {
    return exact ? instant : instant / SECOND * SECOND;
  }

  private long slack() {
    return exact ? 0 : SECOND - 1;
  }

  public RunAttribution.Builder records() {
    return RunAttribution.builder().webRequests(web).appEvents(app).queries(queries);
  }

  double meanAppUs() {
    return appTimeOfRequest.values().stream().mapToLong(Long::longValue).average().orElse(0);
  }

  public double meanDbUs() {
    return dbTimeOfRequest.values().stream().mapToLong(Long::longValue).average().orElse(0);
  }
}
