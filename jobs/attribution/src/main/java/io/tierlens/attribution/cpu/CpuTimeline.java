package io.tierlens.attribution.cpu;

import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The CPU samples of one host in order of time, without overlap, and the requests in each. */
public final class CpuTimeline {
  /** With a smaller part inside, what happens outside of the window weighs too much. */
  private static final double MOSTLY = 0.8;

  private final List<CpuSample> samples = new ArrayList<>();
  private final List<TiedRequest> requests;
  private final Exposure exposure;

  public CpuTimeline(List<CpuSample> ofHost, List<TiedRequest> requests) {
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
  }

  /** Sums over the samples of which at least a given part lies inside a window. */
  final class Cover {
    private final List<CpuSample> covered = new ArrayList<>();
    private double requestsInside;
    private double activeUs;
    private double lengthUs;
    private double coreUs;

    Cover(Window window, double least) {
      for (int i = 0; i < samples.size(); i++) {
        CpuSample sample = samples.get(i);
        long inside =
            Math.min(window.endUs(), sample.endUs()) - Math.max(window.startUs(), sample.startUs());
        if (inside > 0 && inside >= least * sample.lengthUs()) {
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
    return new Cover(window, 1);
  }

  /** Samples that lie in the window but for a small part, if any. */
  Cover mostlyInside(Window window) {
    return new Cover(window, MOSTLY);
  }

  /** Samples of which some part is inside the window. */
  Cover touching(Window window) {
    return new Cover(window, 0);
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
