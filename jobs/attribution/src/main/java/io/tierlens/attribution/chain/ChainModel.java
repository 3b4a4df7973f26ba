package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What pages are known to do: which statements in which order, how often in a row, and how long
 * they wait in between. Learnt from the ties of a run, and good for any other run with pages and
 * statements of the same names.
 */
public final class ChainModel {
  /** More repeats of one statement in a row are not told apart. */
  static final int MOST_REPEATS = 12;

  private final List<String> pageNames;
  private final List<String> statementNames;
  final PageModel pairs;
  final PageModel repeats;
  final GapModel gaps;
  final Counts strays = new Counts();

  /** By page the mean logarithm of its requests' durations; 0 for a page without any. */
  private double[] durations = {};

  /** Knows nothing yet of the problem's pages and statements. */
  ChainModel(Problem problem) {
    this(problem.pageNames(), problem.statementNames());
  }

  private ChainModel(List<String> pageNames, List<String> statementNames) {
    this.pageNames = pageNames;
    this.statementNames = statementNames;
    pairs = new PageModel(statementNames.size());
    repeats = new PageModel(statementNames.size());
    gaps = new GapModel(statementNames.size());
  }

  /** Learns from the ties of a run, whatever told them. */
  public static ChainModel of(Problem problem, Matching matching) {
    int[] tie = new int[problem.queries()];
    for (int q = 0; q < tie.length; q++) {
      tie[q] = matching.likeliest(q);
    }
    return of(problem, tie);
  }

  static ChainModel of(Problem problem, int[] tie) {
    ChainModel model = new ChainModel(problem);
    model.durations = durations(problem);
    int[] first = new int[problem.requests() + 1];
    for (int r : tie) {
      if (r >= 0) {
        first[r + 1]++;
      }
    }
    for (int r = 0; r < problem.requests(); r++) {
      first[r + 1] += first[r];
    }
    int[] chains = new int[first[problem.requests()]];
    int[] next = first.clone();
    for (int q : QueryOrder.byStart(problem)) {
      if (tie[q] >= 0) {
        chains[next[tie[q]]++] = q;
      } else {
        model.learnStray(problem.statement(q), 1);
      }
    }
    for (int r = 0; r < problem.requests(); r++) {
      model.learnChain(problem, r, Arrays.copyOfRange(chains, first[r], first[r + 1]));
    }
    return model;
  }

  private void learnChain(Problem problem, int request, int[] chain) {
    int page = problem.page(request);
    int previous = PageModel.START;
    int count = 0;
    long last = problem.startUs(request);
    learnRest(page, previous, problem.durationUs(request), 1);
    for (int query : chain) {
      int statement = problem.statement(query);
      learnNext(page, previous, count, statement, problem.queryStartUs(query) - last, 1);
      count = repeats(previous, count, statement);
      previous = statement;
      last = problem.queryEndUs(query);
      learnRest(page, previous, problem.endUs(request) - last, 1);
    }
    learnEnd(page, previous, count, problem.endUs(request) - last, 1);
  }

  private static double[] durations(Problem problem) {
    double[] mean = new double[problem.pageNames().size()];
    int[] count = new int[mean.length];
    for (int r = 0; r < problem.requests(); r++) {
      mean[problem.page(r)] += Math.log1p((double) problem.durationUs(r));
      count[problem.page(r)]++;
    }
    for (int page = 0; page < mean.length; page++) {
      mean[page] /= Math.max(1, count[page]);
    }
    return mean;
  }

  /**
   * The same model for a problem: in its numbers, without the pages and statements that it lacks,
   * and with gaps as much longer as its pages run longer.
   */
  public ChainModel translatedTo(Problem problem) {
    ChainModel model = new ChainModel(problem);
    int[] pages = numbers(pageNames, problem.pageNames());
    int[] statements = numbers(statementNames, problem.statementNames());
    model.pairs.add(pairs, pages, statements);
    int[] repeatedPages = new int[pages.length * (MOST_REPEATS + 1)];
    for (int i = 0; i < repeatedPages.length; i++) {
      int page = pages[i / (MOST_REPEATS + 1)];
      repeatedPages[i] = page < 0 ? -1 : repeated(page, i % (MOST_REPEATS + 1));
    }
    model.repeats.add(repeats, repeatedPages, statements);
    double[] here = durations(problem);
    double longer = 0;
    int known = 0;
    for (int page = 0; page < pages.length; page++) {
      if (pages[page] >= 0) {
        longer += here[pages[page]] - durations[page];
        known++;
      }
    }
    model.gaps.add(gaps, pages, statements, longer / Math.max(1, known));
    return model;
  }

  /** Which statements pages run after which. */
  public PageModel statements() {
    return pairs;
  }

  private static int[] numbers(List<String> names, List<String> there) {
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < there.size(); i++) {
      byName.put(there.get(i), i);
    }
    return names.stream().mapToInt(name -> byName.getOrDefault(name, -1)).toArray();
  }

  /** How often the same statement ran in a row, once {@code statement} ran too. */
  static int repeats(int previous, int count, int statement) {
    return previous == statement ? Math.min(count + 1, MOST_REPEATS) : 1;
  }

  /** The page after so many repeats, as a page of its own. */
  static int repeated(int page, int count) {
    return page * (MOST_REPEATS + 1) + count;
  }

  static int kind(int previous) {
    return previous == PageModel.START ? GapModel.FIRST : GapModel.MIDDLE;
  }

  void learnNext(int page, int previous, int count, int statement, long gapUs, double weight) {
    pairs.learn(page, previous, statement, weight);
    repeats.learn(repeated(page, count), previous, statement, weight);
    gaps.learn(kind(previous), page, previous, statement, gapUs, weight);
    gaps.learn(GapModel.WAIT, page, previous, GapModel.ANY, gapUs, weight);
  }

  void learnEnd(int page, int previous, int count, long gapUs, double weight) {
    pairs.learnEnd(page, previous, weight);
    repeats.learnEnd(repeated(page, count), previous, weight);
    gaps.learn(GapModel.LAST, page, previous, pairs.end(), gapUs, weight);
  }

  void learnRest(int page, int previous, long restUs, double weight) {
    gaps.learn(GapModel.REST, page, previous, GapModel.ANY, restUs, weight);
  }

  void learnStray(int statement, double weight) {
    strays.add(statement, weight);
  }

  /** Learns the order of statements that the other one knows, but not its gaps. */
  void addOrder(ChainModel other) {
    pairs.add(other.pairs);
    repeats.add(other.repeats);
  }

  /** Learns all that the other one knows, which has the same pages and statements. */
  void add(ChainModel other) {
    pairs.add(other.pairs);
    repeats.add(other.repeats);
    gaps.add(other.gaps);
    strays.add(other.strays);
  }
}
