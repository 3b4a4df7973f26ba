package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.List;

/**
 * Which statements, and how many of each, the requests of a page run: for each endpoint, and for
 * each path that is asked for often, learnt from the ties of the round before.
 */
final class PageProfile {
  private static final int STEPS = StatementCounts.STEPS;

  /** Weight of the coarser profile, in requests, in the finer one. */
  private static final double PRIOR = 2;

  /** Statements of a page come and go together: their evidence is not independent. */
  private static final double INDEPENDENT = 0.5;

  private final StatementCounts counts;
  private final PageClasses classes;
  private Learnt any;
  private Learnt[] ofEndpoint;
  private Learnt[] ofPath;
  private int[] without;

  /** What connections of one kind of request ran. */
  private static final class Learnt {
    private final int[] seen;
    private int connections;
    private double[] logRatio;
    private double logRatioOfNothing;

    Learnt(int statements) {
      seen = new int[statements * STEPS];
    }

    void add(StatementCounts counts, int g) {
      connections++;
      for (int i = 0; i < counts.count(g); i++) {
        seen[counts.statement(g, i) * STEPS + counts.step(g, i)]++;
      }
    }

    /** Counts the connections that did not run a statement at all. */
    void finish() {
      for (int cell = 0; cell < seen.length; cell += STEPS) {
        int ran = 0;
        for (int step = 1; step < STEPS; step++) {
          ran += seen[cell + step];
        }
        seen[cell] = connections - ran;
      }
    }
  }

  PageProfile(List<Query> queries, List<TiedRequest> requests, List<QueryGroup> groups) {
    counts = new StatementCounts(queries, groups);
    classes = new PageClasses(requests);
    learn(new int[0]);
  }

  /** Forgets all, and learns from the request of each group, -1 for none. */
  void learn(int[] tied) {
    any = new Learnt(counts.statements());
    ofEndpoint = new Learnt[classes.endpoints()];
    ofPath = new Learnt[classes.paths()];
    without = new int[classes.endpoints()];
    for (int r = 0; r < classes.requests(); r++) {
      without[classes.endpoint(r)]++;
    }
    for (int g = 0; g < tied.length; g++) {
      if (tied[g] >= 0) {
        any.add(counts, g);
        at(ofEndpoint, classes.endpoint(tied[g])).add(counts, g);
        without[classes.endpoint(tied[g])]--;
        if (classes.path(tied[g]) >= 0) {
          at(ofPath, classes.path(tied[g])).add(counts, g);
        }
      }
    }
    any.finish();
    for (Learnt[] all : List.of(ofEndpoint, ofPath)) {
      for (Learnt learnt : all) {
        if (learnt != null) {
          learnt.finish();
        }
      }
    }
  }

  private Learnt at(Learnt[] all, int index) {
    if (all[index] == null) {
      all[index] = new Learnt(counts.statements());
    }
    return all[index];
  }

  /**
   * How much likelier the group's statements are for this request's page than for any page, and how
   * much likelier the page is to run queries than not; logarithms. What the group itself has taught
   * about the page is left out.
   *
   * @param taught the request that the group was learnt with, or -1
   */
  double logOdds(int g, int request, int taught) {
    int endpoint = classes.endpoint(request);
    boolean own = taught >= 0 && classes.endpoint(taught) == endpoint;
    double with = (ofEndpoint[endpoint] == null ? 0 : ofEndpoint[endpoint].connections) + 0.5;
    double runs = Math.log((own ? with - 1 : with) / (without[endpoint] + 0.5));
    int path = classes.path(request);
    boolean ownPath = own && path >= 0 && classes.path(taught) == path;
    return INDEPENDENT
            * (own ? withoutItself(g, endpoint, path, ownPath) : ratio(g, endpoint, path))
        + runs;
  }

  private double withoutItself(int g, int endpoint, int path, boolean ownPath) {
    double sum = 0;
    int next = 0;
    for (int statement = 0; statement < counts.statements(); statement++) {
      int step = 0;
      if (next < counts.count(g) && counts.statement(g, next) == statement) {
        step = counts.step(g, next++);
      }
      int cell = statement * STEPS + step;
      sum += Math.log(likelihood(cell, endpoint, 1, path, ownPath ? 1 : 0) / prior(cell));
    }
    return sum;
  }

  /** From a table of the page, which holds for all groups that it was not learnt from. */
  private double ratio(int g, int endpoint, int path) {
    Learnt page = path < 0 ? at(ofEndpoint, endpoint) : at(ofPath, path);
    if (page.logRatio == null) {
      double[] table = new double[page.seen.length];
      for (int cell = 0; cell < table.length; cell++) {
        table[cell] = Math.log(likelihood(cell, endpoint, 0, path, 0) / prior(cell));
        page.logRatioOfNothing += cell % STEPS == 0 ? table[cell] : 0;
      }
      page.logRatio = table;
    }
    double sum = page.logRatioOfNothing;
    for (int i = 0; i < counts.count(g); i++) {
      int nothing = counts.statement(g, i) * STEPS;
      sum += page.logRatio[nothing + counts.step(g, i)] - page.logRatio[nothing];
    }
    return sum;
  }

  private double likelihood(int cell, int endpoint, int own, int path, int ownPath) {
    double ofPage = mixed(ofEndpoint[endpoint], cell, own, prior(cell));
    return path < 0 ? ofPage : mixed(ofPath[path], cell, ownPath, ofPage);
  }

  private double prior(int cell) {
    return (any.seen[cell] + 0.5) / (any.connections + 0.5 * STEPS);
  }

  private static double mixed(Learnt learnt, int cell, int own, double prior) {
    if (learnt == null || learnt.connections <= own) {
      return prior;
    }
    return (learnt.seen[cell] - own + PRIOR * prior) / (learnt.connections - own + PRIOR);
  }
}
