package io.tierlens.attribution.difference;

import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.RunTables;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Finds the times at which a run changes its speed: it is cut in two where the sums before and
 * after part most, and each part again. What the sums are held against is how far they wander
 * within the two parts (the self-normalised test of Shao and Zhang), so that a drift, whose extent
 * nobody knows beforehand, raises hardly more alarms than noise does: of 500 simulated runs each of
 * 200, 600 and 2000 requests (lognormal, autoregressive with factor 0.97) 0 to 2 of 100 raised an
 * alarm without drift, 0 to 3 with a deviation of 0.03, 3 to 6 with 0.08, more than most machines
 * have. A slow-down by half from the middle on was seen in 19, 90 and 100 of 100 without drift.
 */
public final class ChangePoints {
  /** A part is cut into so many batches of as many requests each. */
  private static final int BATCHES = 32;

  /** Fewer requests in a batch, and the mean is that of the page that happened to be asked for. */
  private static final int SMALLEST_BATCH = 5;

  /** A change this near to an end has nothing to be held against, in batches. */
  private static final int EDGE = 3;

  /** What a change must exceed in a long run, to be more than a drift. */
  private static final double THRESHOLD = 52;

  /**
   * How much more it must exceed in a half of the run. There too it is looked for, as a run that
   * gets slow and recovers has no two parts that differ.
   */
  private static final double IN_HALVES = 2;

  /**
   * A drift looks more like a change the fewer requests it has to come back: twice as much here.
   */
  private static final double SHORT = 230;

  /** Smaller changes of the mean are not worth a reader's time. */
  private static final double NOTABLE = 0.05;

  private ChangePoints() {}

  /**
   * Change points by time: within each window, or of the whole run where there are no windows
   * (phases of a test differ by intent).
   */
  public static List<ChangePoint> of(RunTables run) {
    List<ChangePoint> found = new ArrayList<>();
    if (run.windows().isEmpty()) {
      add(found, run.run(), null, Sample.of(run.requests(), false));
    }
    for (Window window : run.windows()) {
      Sample sample =
          Sample.of(
              run.requests().stream().filter(r -> window.name().equals(r.windowName())).toList(),
              false);
      add(found, run.run(), window.name(), sample);
    }
    return found;
  }

  /** Whether the sample changes at all. */
  static boolean changes(Sample sample) {
    return cut(sample, 0, sample.size()) >= 0;
  }

  private static void add(List<ChangePoint> found, String run, String window, Sample sample) {
    NavigableSet<Integer> cuts = new TreeSet<>();
    search(sample, 0, sample.size(), cuts);
    int from = 0;
    for (int cut : cuts) {
      Integer next = cuts.higher(cut);
      found.add(
          new ChangePoint(
              run,
              window,
              sample.startUs(cut),
              mean(sample, from, cut),
              mean(sample, cut, next == null ? sample.size() : next)));
      from = cut;
    }
  }

  private static void search(Sample sample, int from, int to, NavigableSet<Integer> cuts) {
    int cut = cut(sample, from, to);
    if (cut >= 0) {
      cuts.add(cut);
      search(sample, from, cut, cuts);
      search(sample, cut, to, cuts);
    }
  }

  /** The first request after the change; -1 where there is none to see. */
  private static int cut(Sample sample, int from, int to) {
    int cut = cut(sample, from, to, THRESHOLD);
    int quarter = Math.max(1, (to - from) / 4);
    for (int start = from; cut < 0 && start <= from + 2 * quarter; start += quarter) {
      cut = cut(sample, start, Math.min(to, start + 2 * quarter), IN_HALVES * THRESHOLD);
    }
    return cut;
  }

  private static int cut(Sample sample, int from, int to, double threshold) {
    if (to - from < BATCHES * SMALLEST_BATCH) {
      return -1;
    }
    double[] means = new double[BATCHES];
    for (int b = 0; b < BATCHES; b++) {
      means[b] = mean(sample, edge(from, to, b), edge(from, to, b + 1));
    }
    int best = -1;
    double highest = threshold * (1 + SHORT / (to - from));
    for (int k = EDGE; k <= BATCHES - EDGE; k++) {
      double value = contrast(means, k);
      if (value > highest) {
        highest = value;
        best = k;
      }
    }
    if (best < 0) {
      return -1;
    }
    int cut = edge(from, to, best);
    double before = mean(sample, from, cut);
    double after = mean(sample, cut, to);
    return Math.abs(after - before) > NOTABLE * Math.min(before, after) ? cut : -1;
  }

  private static int edge(int from, int to, int batch) {
    return from + (int) ((long) (to - from) * batch / BATCHES);
  }

  private static double mean(Sample sample, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += sample.totalUs(i);
    }
    return sum / (to - from);
  }

  /** How far the first k values and the others part, over how far each of the two wanders. */
  static double contrast(double[] values, int k) {
    int n = values.length;
    double before = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      all += values[i];
      before += i < k ? values[i] : 0;
    }
    double gap = before - all * k / n;
    double wandering =
        wandering(values, 0, k, before / k) + wandering(values, k, n, (all - before) / (n - k));
    return wandering == 0 ? (gap == 0 ? 0 : Double.MAX_VALUE) : gap * gap * n / wandering;
  }

  private static double wandering(double[] values, int from, int to, double mean) {
    double sum = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] - mean;
      squares += sum * sum;
    }
    return squares;
  }
}
