package io.tierlens.attribution.difference;

import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTables;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.table.StatementTotal;
import io.tierlens.attribution.tier.Batches;
import io.tierlens.attribution.tier.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Tables of a run made by hand: requests whose truth is known, and the rows that sum them up. */
final class MadeRun {
  static final long START = 1_700_000_000_000_000L;
  private static final String[] PAGES = {"GET /", "GET /item", "GET /search", "POST /basket"};
  private static final double[] MEANS = {200_000, 400_000, 600_000, 1_200_000};

  /** How far the speed of one request goes on to the next. */
  private static final double MEMORY = 0.97;

  final List<Request> requests = new ArrayList<>();
  final List<Window> windows = new ArrayList<>();
  final List<CpuDemand> cpuDemands = new ArrayList<>();
  final List<StatementTotal> statements = new ArrayList<>();
  Long thresholdUs = 0L;
  private long clock = START;

  /**
   * Adds requests of some clients that each wait for their answer and ask again.
   *
   * @param drift deviation of the speed from one request to the next, as a logarithm
   * @param factor on all times
   * @param sigma spread of a page's times, as a logarithm
   */
  MadeRun ask(
      Random random, int count, int clients, double drift, double factor, double sigma, String w) {
    long from = clock;
    long[] free = new long[clients];
    java.util.Arrays.setAll(free, c -> clock + random.nextInt(300_000));
    double speed = random.nextGaussian() * drift / Math.sqrt(1 - MEMORY * MEMORY);
    for (int i = 0; i < count; i++) {
      int client = 0;
      for (int c = 1; c < clients; c++) {
        client = free[c] < free[client] ? c : client;
      }
      int page = random.nextInt(10);
      page = page < 4 ? 0 : page < 7 ? 1 : page < 9 ? 2 : 3;
      double all = factor * MEANS[page] * Math.exp(sigma * random.nextGaussian() + speed);
      double db = all * (0.2 + 0.3 * random.nextDouble());
      double app = (all - db) * (0.8 + 0.1 * random.nextDouble());
      add(PAGES[page], free[client], Math.round(all), Math.round(db), Math.round(app), w);
      free[client] += Math.round(all) + 50_000 + random.nextInt(400_000);
      clock = Math.max(clock, free[client]);
      speed = MEMORY * speed + drift * random.nextGaussian();
    }
    if (w != null) {
      Window last = windows.isEmpty() ? null : windows.get(windows.size() - 1);
      boolean goesOn = last != null && last.name().equals(w);
      long start = goesOn ? last.startUs() : from;
      windows.removeIf(window -> window.name().equals(w));
      windows.add(new Window(w, start, clock));
    }
    return this;
  }

  static MadeRun plain(long seed, int count, double drift, double factor) {
    return new MadeRun().ask(new Random(seed), count, 2, drift, factor, 0.4, null);
  }

  Request add(String page, long start, long all, Long db, Long app, String window) {
    boolean apart = app != null;
    Request request =
        new Request(
            requests.size() + 1L,
            null,
            "www",
            window,
            start,
            0,
            all,
            page,
            200,
            apart ? all - db - app : null,
            app,
            db == null || apart ? null : all - db,
            db,
            db,
            db,
            1L,
            null,
            "L1c");
    requests.add(request);
    return request;
  }

  RunTables tables(String name) {
    List<RunTier> runTiers = new ArrayList<>();
    List<EndpointTier> endpointTiers = new ArrayList<>();
    sums(null, runTiers, endpointTiers);
    windows.forEach(window -> sums(window.name(), runTiers, endpointTiers));
    requests.sort(Comparator.comparingLong(Request::startTime));
    return new RunTables(
        name,
        thresholdUs,
        windows,
        requests,
        runTiers,
        endpointTiers,
        cpuDemands,
        List.of(),
        List.of(),
        statements);
  }

  /** The same rows in another order. */
  static RunTables shuffled(RunTables run, Random random) {
    return new RunTables(
        run.run(),
        run.thresholdUs(),
        run.windows(),
        mixed(run.requests(), random),
        run.runTiers(),
        mixed(run.endpointTiers(), random),
        mixed(run.cpuDemands(), random),
        run.domainDemands(),
        run.remarks(),
        mixed(run.statements(), random));
  }

  private static <T> List<T> mixed(List<T> rows, Random random) {
    List<T> copy = new ArrayList<>(rows);
    Collections.shuffle(copy, random);
    return copy;
  }

  private void sums(String window, List<RunTier> runTiers, List<EndpointTier> endpointTiers) {
    List<Request> of =
        requests.stream()
            .filter(r -> window == null || Objects.equals(r.windowName(), window))
            .toList();
    Map<String, List<Request>> byPage = new TreeMap<>();
    of.forEach(r -> byPage.computeIfAbsent(r.endpoint(), p -> new ArrayList<>()).add(r));
    tiers(of)
        .forEach(
            (tier, value) -> {
              boolean unseen = thresholdUs > 0 && tier != Tier.REQUEST && tier != Tier.WEB;
              double mean = mean(of, value);
              runTiers.add(
                  new RunTier(
                      window,
                      tier.label(),
                      unseen ? null : mean,
                      unseen && tier != Tier.DB ? 0 : mean,
                      unseen ? null : mean,
                      null,
                      of.size(),
                      null,
                      null,
                      null,
                      null,
                      unseen ? List.of() : batches(of, value),
                      "totals",
                      0.0,
                      true));
              byPage.forEach(
                  (page, rows) ->
                      endpointTiers.add(
                          new EndpointTier(
                              window,
                              page,
                              tier.label(),
                              unseen ? null : mean(rows, value),
                              null,
                              null,
                              null,
                              rows.size(),
                              "L1c",
                              0.01,
                              true)));
            });
  }

  private static Map<Tier, ToDoubleFunction<Request>> tiers(List<Request> of) {
    Map<Tier, ToDoubleFunction<Request>> tiers = new TreeMap<>();
    tiers.put(Tier.REQUEST, Request::durationUs);
    if (of.stream().allMatch(r -> r.webSelfUs() != null && r.appSelfUs() != null)) {
      tiers.put(Tier.WEB, Request::webSelfUs);
      tiers.put(Tier.APP, Request::appSelfUs);
    } else if (of.stream().allMatch(r -> r.webAppUs() != null)) {
      tiers.put(Tier.WEB_APP, Request::webAppUs);
    }
    if (of.stream().allMatch(r -> r.dbUs() != null)) {
      tiers.put(Tier.DB, Request::dbUs);
    }
    return tiers;
  }

  private static double mean(List<Request> of, ToDoubleFunction<Request> value) {
    return of.stream().mapToDouble(value).average().orElse(0);
  }

  private static List<Double> batches(List<Request> of, ToDoubleFunction<Request> value) {
    int count = Batches.count(of.size());
    List<Double> means = new ArrayList<>();
    if (count > 0) {
      long first = of.stream().mapToLong(Request::startTime).min().orElse(0);
      long last = of.stream().mapToLong(Request::startTime).max().orElse(0);
      double length = (last - first + 1.0) / count;
      for (int b = 0; b < count; b++) {
        int batch = b;
        means.add(
            mean(
                of.stream().filter(r -> (int) ((r.startTime() - first) / length) == batch).toList(),
                value));
      }
    }
    return means;
  }
}
