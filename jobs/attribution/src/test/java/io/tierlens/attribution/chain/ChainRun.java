package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A run with known truth: clients that ask for a page, think and ask again; pages that run chains
 * of statements, some as often as their content wants; all of it slower the more is under way.
 */
final class ChainRun {
  private static final long SECOND = 1_000_000;
  private static final int CORES = 4;

  /** Pages with their statements, time in ms and, after a star, up to how often they run. */
  private static final Map<String, String> PAGES =
      Map.of(
          "index", "session 8,banner 12,top 50,save 10",
          "category", "session 8,group 35,goods 120,price 10 *8,save 10",
          "search", "session 8,like 150,price 10 *8,save 10",
          "product", "session 8,product 20,price 15 *3,stock 20,save 10",
          "cart", "session 8,product 20 *4,stock 20 *6,tax 15,save 10",
          "checkout", "session 8,stock 20 *3,tax 15,order 140,line 25 *4,save 10",
          "account", "session 8,user 20,history 120,save 10",
          "login", "session 8,user 20,save 10");

  private static final List<String> NAMES =
      List.of("index", "category", "search", "product", "cart", "checkout", "account", "login");

  private record Asked(long start, long end, String page) {}

  private record Ran(int request, long end, long time, String statement) {}

  private record Step(long at, int request, int place) {}

  private final Random random;
  private final List<Asked> asked = new ArrayList<>();
  private final List<Ran> ran = new ArrayList<>();
  private final List<List<String>> chains = new ArrayList<>();
  private final List<Long> starts = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();

  private ChainRun(long seed) {
    random = new Random(seed);
  }

  /** Runs so many clients until so many pages have been asked for. */
  static ChainRun of(long seed, int clients, int requests, double thinkSeconds) {
    ChainRun run = new ChainRun(seed);
    run.play(clients, requests, thinkSeconds * SECOND);
    return run;
  }

  private void play(int clients, int requests, double thinkUs) {
    PriorityQueue<Step> steps =
        new PriorityQueue<>(Comparator.comparingLong(Step::at).thenComparingInt(Step::request));
    long origin = 1_700_000_000L * SECOND;
    for (int c = 0; c < clients; c++) {
      open(steps, origin + (long) (random.nextDouble() * SECOND));
    }
    int active = 0;
    while (!steps.isEmpty()) {
      Step step = steps.poll();
      List<String> chain = chains.get(step.request);
      active += step.place < 0 ? 1 : 0;
      double slower = Math.max(1, active / (double) CORES);
      long at = step.at;
      if (step.place >= 0 && step.place < chain.size()) {
        String[] parts = chain.get(step.place).split(" ", -1);
        long time = (long) (1000 * Double.parseDouble(parts[1]) * slower * lognormal(0.7));
        at += time;
        ran.add(new Ran(step.request, at, time, parts[0]));
      }
      if (step.place == chain.size()) {
        asked.set(step.request, new Asked(starts.get(step.request), at, pages.get(step.request)));
        active--;
        if (chains.size() < requests) {
          open(steps, at + (long) (thinkUs * -Math.log(1 - random.nextDouble())));
        }
      } else {
        boolean edge = step.place < 0 || step.place == chain.size() - 1;
        at += (long) ((edge ? 55_000 : 15_000) * slower * lognormal(0.6));
        steps.add(new Step(at, step.request, step.place + 1));
      }
    }
    ran.sort(Comparator.comparingLong(Ran::end));
  }

  private void open(PriorityQueue<Step> steps, long at) {
    String page = NAMES.get(random.nextInt(NAMES.size()));
    List<String> chain = new ArrayList<>();
    for (String statement : PAGES.get(page).split(",", -1)) {
      int star = statement.indexOf(" *");
      int times =
          star < 0 ? 1 : 1 + random.nextInt(Integer.parseInt(statement.substring(star + 2)));
      for (int i = 0; i < times; i++) {
        chain.add(star < 0 ? statement : statement.substring(0, star));
      }
    }
    steps.add(new Step(at, chains.size(), -1));
    starts.add(at);
    pages.add(page);
    chains.add(chain);
    asked.add(null);
  }

  private double lognormal(double sigma) {
    return Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
  }

  /** What logs in microseconds tell. */
  Problem problem() {
    return problem(0, 1);
  }

  /**
   * What logs tell.
   *
   * @param thresholdUs shorter queries are not logged
   * @param unitUs of the stamps
   */
  Problem problem(long thresholdUs, long unitUs) {
    Problem.Builder builder = Problem.builder();
    long wide = unitUs - 1;
    for (int r : byStart()) {
      Asked request = asked.get(r);
      long start = request.start / unitUs * unitUs;
      builder.request(start, start + wide, request.end - request.start, request.page, null);
    }
    for (Ran query : ran) {
      if (query.time >= thresholdUs) {
        long end = query.end / unitUs * unitUs;
        builder.query(end, end + wide, query.time, query.statement, null);
      }
    }
    return builder.build();
  }

  private List<Integer> byStart() {
    List<Integer> order = new ArrayList<>();
    for (int r = 0; r < asked.size(); r++) {
      order.add(r);
    }
    order.sort(Comparator.comparingLong(r -> asked.get(r).start));
    return order;
  }

  /** The request of each query of the problem with that threshold. */
  int[] truth(long thresholdUs) {
    int[] number = new int[asked.size()];
    List<Integer> order = byStart();
    for (int i = 0; i < number.length; i++) {
      number[order.get(i)] = i;
    }
    return ran.stream()
        .filter(query -> query.time >= thresholdUs)
        .mapToInt(query -> number[query.request])
        .toArray();
  }
}
