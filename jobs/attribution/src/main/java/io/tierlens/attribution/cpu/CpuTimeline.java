package io.tierlens.attribution.cpu;

import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** The CPU samples of one host in order of time, without overlap, and the requests in each. */
public final class CpuTimeline {
  /** With a smaller part inside, what happens outside of the window weighs too much. */
  private static final double MOSTLY = 0.8;

  private final List<CpuSample> samples = new ArrayList<>();
  private final List<TiedRequest> requests;
  private final Exposure exposure;
  private final boolean[] quiet;

  /**
   * Takes the samples of one host.
   *
   * @param requests those that reach the application
   * @param others those that do not: the host is not quiet while it serves them
   */
  public CpuTimeline(List<CpuSample> ofHost, List<TiedRequest> requests, List<WebRequest> others) {
    List<CpuSample> ordered = new ArrayList<>(ofHost);
    ordered.sort(Comparator.comparingLong(CpuSample::startUs).thenComparingLong(CpuSample::endUs));
    for (CpuSample sample : ordered) {
      // The same recording may be given twice, as text and as data: a second would count twice.
      boolean overlaps =
          !samples.isEmpty() && sample.startUs() < samples.get(samples.size() - 1).endUs();
      if (sample.lengthUs() > 0 && !overlaps) {
        samples.add(sample);
      }
    }
    this.requests = requests;
    this.exposure =
        new Exposure(
            requests,
            samples.stream().mapToLong(CpuSample::startUs).toArray(),
            samples.stream().mapToLong(CpuSample::endUs).toArray());
    this.quiet = quiet(others);
  }

  private boolean[] quiet(List<WebRequest> others) {
    boolean[] found = new boolean[samples.size()];
    Arrays.fill(found, true);
    long[] ends = samples.stream().mapToLong(CpuSample::endUs).toArray();
    // Wherever the stamps allow a request to be, it may have been.
    requests.forEach(r -> disturb(found, ends, r.earliestStartUs(), r.latestEndUs()));
    others.forEach(
        r -> disturb(found, ends, r.startUs(), r.startUs() + r.slackUs() + r.durationUs()));
    return found;
  }

  private void disturb(boolean[] found, long[] ends, long fromUs, long toUs) {
    int place = Arrays.binarySearch(ends, fromUs);
    int i = place >= 0 ? place + 1 : -place - 1;
    long end = Math.max(toUs, fromUs + 1);
    for (; i < ends.length && samples.get(i).startUs() < end; i++) {
      found[i] = false;
    }
  }

  /** Sums over the samples of which at least a given part lies inside a window. */
  final class Cover {
    private final List<CpuSample> covered = new ArrayList<>();
    private double requestsInside;
    private double activeUs;
    private double lengthUs;
    private double coreUs;

    Cover(IntPredicate taken) {
      for (int i = 0; i < samples.size(); i++) {
        if (taken.test(i)) {
          CpuSample sample = samples.get(i);
          covered.add(sample);
          requestsInside += exposure.requests(i);
          activeUs += exposure.activeUs(i);
          lengthUs += sample.lengthUs();
          coreUs += (double) sample.lengthUs() * sample.cores();
        }
      }
    }

    boolean isEmpty() {
      return covered.isEmpty();
    }

    int cores() {
      return covered.get(covered.size() - 1).cores();
    }

    double requests() {
      return requestsInside;
    }

    double activeUs() {
      return activeUs;
    }

    double lengthUs() {
      return lengthUs;
    }

    double coreUs() {
      return coreUs;
    }

    /** CPU time in the mode; null where some sample does not tell it. */
    Double cpuUs(CpuMode mode) {
      double sum = 0;
      for (CpuSample sample : covered) {
        Double percent = mode.percent(sample);
        if (percent == null) {
          return null;
        }
        sum += percent / 100 * sample.cores() * sample.lengthUs();
      }
      return sum;
    }
  }

  /** Samples of which no part is outside of the window. */
  Cover inside(Window window) {
    return new Cover(i -> partInside(i, window, 1));
  }

  /** Samples that lie in the window but for a small part, if any. */
  Cover mostlyInside(Window window) {
    return new Cover(i -> partInside(i, window, MOSTLY));
  }

  /** Samples of which some part is inside the window. */
  Cover touching(Window window) {
    return new Cover(i -> partInside(i, window, 0));
  }

  /** Samples of the recording during which no request was in the stack. */
  Cover quiet() {
    return new Cover(i -> quiet[i]);
  }

  /** Such samples in the window, but for a small part of each. */
  Cover quiet(Window window) {
    return new Cover(i -> quiet[i] && partInside(i, window, MOSTLY));
  }

  private boolean partInside(int i, Window window, double least) {
    CpuSample sample = samples.get(i);
    long inside =
        Math.min(window.endUs(), sample.endUs()) - Math.max(window.startUs(), sample.startUs());
    return inside > 0 && inside >= least * sample.lengthUs();
  }

  double requestsIn(Window window) {
    return Exposure.requestsIn(requests, window.startUs(), window.endUs());
  }

  /** CPUs in user mode, at low priority or in the kernel, on average; null without samples. */
  Double busyCores(long startUs, long endUs) {
    double busy = 0;
    double length = 0;
    for (CpuSample sample : samples) {
      long inside = Math.min(endUs, sample.endUs()) - Math.max(startUs, sample.startUs());
      if (inside > 0) {
        busy += sample.busy() / 100 * sample.cores() * inside;
        length += inside;
      }
    }
    return length == 0 ? null : busy / length;
  }
}
