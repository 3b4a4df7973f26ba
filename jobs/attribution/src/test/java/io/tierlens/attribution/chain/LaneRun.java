package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Makes runs with known truth: clients that ask, think and ask again; workers, each a process with
 * a database connection, that take a request when they are free; pages that run statements one
 * after the other; and work that takes longer the more requests are at it.
 */
final class LaneRun {
  /** Which connection a query takes. */
  enum Pool {
    /** A process keeps a connection of its own. */
    KEPT,
    /** A query takes any connection that no query uses. */
    ANY_FREE,
    /** A request opens a connection and closes it. */
    PER_REQUEST
  }

  /** A request and what it ran. */
  static final class Ask {
    long start;
    long end;
    int page;
    long process;
    int number = -1;
    final List<String> chain = new ArrayList<>();
    final List<Asked> ran = new ArrayList<>();
    int worker;
    int client;
    long connection;
  }

  /** A query of a request. */
  static final class Asked {
    long end;
    long time;
    String statement;
    long connection;
    Ask of;
  }

  private record Event(long at, long order, Ask ask, int step) {}

  private static final String[] PAGES = {
    "index", "category", "product", "search", "cart", "login", "order", "about"
  };

  final List<Ask> asks = new ArrayList<>();
  final List<Asked> queries = new ArrayList<>();

  int clients = 2;
  int workers = -1;
  int requests = 1_000;
  int cores = 4;
  long thinkUs = 50_000;
  int recycledAfter = Integer.MAX_VALUE;
  int reopenedAfter = Integer.MAX_VALUE;
  Pool pool = Pool.KEPT;
  long firstProcess = 1_000;
  long firstConnection = 50;

  private final Random random;
  private long[] processOf;
  private long[] connectionOf;
  private int[] served;
  private boolean[] busy;
  private final List<Boolean> connectionBusy = new ArrayList<>();
  private long nextProcess;
  private long nextConnection;
  private long order;

  LaneRun(long seed) {
    random = new Random(seed);
  }

  LaneRun run() {
    if (workers < 0) {
      workers = clients;
    }
    nextProcess = firstProcess;
    nextConnection = firstConnection;
    processOf = new long[workers];
    connectionOf = new long[workers];
    served = new int[workers];
    busy = new boolean[workers];
    for (int w = 0; w < workers; w++) {
      processOf[w] = nextProcess++;
      connectionOf[w] = nextConnection++;
      connectionBusy.add(false);
    }
    PriorityQueue<Event> events =
        new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    List<Ask> waiting = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      events.add(new Event(think(), order++, ask(client), 0));
    }
    int begun = 0;
    int active = 0;
    while (!events.isEmpty()) {
      Event event = events.remove();
      Ask ask = event.ask;
      if (event.step == 0) {
        if (begun++ < requests) {
          waiting.add(ask);
        }
      } else if (event.step <= 2 * ask.chain.size()) {
        step(event, ask, active, events);
      } else {
        active--;
        ask.end = event.at;
        asks.add(ask);
        release(ask);
        events.add(new Event(event.at + think(), order++, ask(ask.client), 0));
      }
      for (int w = freeWorker(); w >= 0 && !waiting.isEmpty(); w = freeWorker()) {
        Ask next = waiting.remove(0);
        active++;
        begin(next, w, event.at);
        events.add(new Event(event.at + work(15_000, active), order++, next, 1));
      }
    }
    queries.sort(Comparator.comparingLong(query -> query.end));
    List<Ask> byStart = new ArrayList<>(asks);
    byStart.sort(Comparator.comparingLong(ask -> ask.start));
    for (int i = 0; i < byStart.size(); i++) {
      byStart.get(i).number = i;
    }
    return this;
  }

  /** Odd steps begin a query or the page's last work, even ones end a query. */
  private void step(Event event, Ask ask, int active, PriorityQueue<Event> events) {
    int index = (event.step - 1) / 2;
    if (event.step % 2 == 1) {
      long connection = ask.connection;
      if (pool == Pool.ANY_FREE) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < connectionBusy.size(); i++) {
          if (!connectionBusy.get(i)) {
            free.add(i);
          }
        }
        int taken = free.get(random.nextInt(free.size()));
        connectionBusy.set(taken, true);
        connection = firstConnection + taken;
      }
      long time = work(ask.chain.get(index).contains("like") ? 120_000 : 35_000, active);
      Asked query = new Asked();
      query.statement = ask.chain.get(index);
      query.time = time;
      query.end = event.at + time;
      query.connection = connection;
      query.of = ask;
      ask.ran.add(query);
      queries.add(query);
      events.add(new Event(query.end, order++, ask, event.step + 1));
    } else {
      if (pool == Pool.ANY_FREE) {
        connectionBusy.set((int) (ask.ran.get(index).connection - firstConnection), false);
      }
      long mean = event.step == 2 * ask.chain.size() ? 60_000 : 25_000;
      events.add(new Event(event.at + work(mean, active), order++, ask, event.step + 1));
    }
  }

  private void begin(Ask ask, int worker, long at) {
    ask.start = at;
    ask.worker = worker;
    ask.process = processOf[worker];
    ask.connection = pool == Pool.PER_REQUEST ? nextConnection++ : connectionOf[worker];
    busy[worker] = true;
  }

  private void release(Ask ask) {
    int w = ask.worker;
    busy[w] = false;
    served[w]++;
    if (served[w] % recycledAfter == 0) {
      processOf[w] = nextProcess++;
      connectionOf[w] = nextConnection++;
    } else if (served[w] % reopenedAfter == 0) {
      connectionOf[w] = nextConnection++;
    }
  }

  private int freeWorker() {
    int free = 0;
    for (boolean taken : busy) {
      free += taken ? 0 : 1;
    }
    if (free == 0) {
      return -1;
    }
    int chosen = random.nextInt(free);
    for (int w = 0; ; w++) {
      if (!busy[w] && chosen-- == 0) {
        return w;
      }
    }
  }

  private Ask ask(int client) {
    Ask ask = new Ask();
    ask.client = client;
    ask.page = random.nextInt(PAGES.length);
    String page = PAGES[ask.page];
    if (page.equals("about")) {
      return ask;
    }
    ask.chain.add("session_get");
    switch (page) {
      case "index" -> add(ask, "banner", "top");
      case "category" -> {
        add(ask, "category", "products");
        repeat(ask, 1 + random.nextInt(6), "price");
      }
      case "product" -> add(ask, "product", "price", "stock");
      case "search" -> {
        add(ask, "search_like");
        repeat(ask, random.nextInt(8), "price");
      }
      case "cart" -> {
        int lines = 1 + random.nextInt(3);
        repeat(ask, lines, "product");
        repeat(ask, lines, "stock");
        add(ask, "tax");
      }
      case "login" -> add(ask, "user");
      default -> {
        add(ask, "order");
        repeat(ask, 1 + random.nextInt(3), "line");
      }
    }
    ask.chain.add("session_put");
    return ask;
  }

  private static void add(Ask ask, String... statements) {
    ask.chain.addAll(List.of(statements));
  }

  private static void repeat(Ask ask, int times, String statement) {
    for (int i = 0; i < times; i++) {
      ask.chain.add(statement);
    }
  }

  private long think() {
    return 1_000 + (long) (-Math.log(1 - random.nextDouble()) * thinkUs);
  }

  private long work(long mean, int active) {
    double slow = Math.max(1.0, active / (double) cores);
    return 200 + (long) (-Math.log(1 - random.nextDouble()) * mean * slow);
  }

  String page(Ask ask) {
    return PAGES[ask.page];
  }
}
