package io.tierlens.attribution.matching;

import io.tierlens.attribution.clock.Clocks;
import io.tierlens.attribution.math.ContainmentIndex;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.Arrays;
import java.util.List;

/** For each group of queries the requests that the stamps allow it to belong to. */
public final class Candidates {
  private final int[] first;
  private int[] requests = new int[64];
  private int count;

  private Candidates(int groups) {
    first = new int[groups + 1];
  }

  static Candidates of(List<QueryGroup> groups, List<TiedRequest> requests) {
    long[] starts = new long[requests.size()];
    long[] ends = new long[requests.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = requests.get(i).earliestStartUs();
      ends[i] = requests.get(i).latestEndUs();
    }
    ContainmentIndex spans = new ContainmentIndex(starts, ends);
    Candidates candidates = new Candidates(groups.size());
    for (int g = 0; g < groups.size(); g++) {
      QueryGroup group = groups.get(g);
      long wide = Clocks.toleranceUs("", group.clock());
      spans.forEach(
          group.startsBy() + wide,
          group.endsFrom() - wide,
          request -> {
            if (group.fits(requests.get(request))) {
              candidates.add(request);
            }
          });
      candidates.first[g + 1] = candidates.count;
    }
    return candidates;
  }

  /** A weight of 1 at the request of each group, where it has one that is among its candidates. */
  double[] whole(int[] requestOfGroup) {
    double[] weights = new double[count];
    for (int g = 0; g < requestOfGroup.length; g++) {
      for (int place = from(g); place < to(g); place++) {
        weights[place] = requests[place] == requestOfGroup[g] ? 1 : 0;
      }
    }
    return weights;
  }

  /** The same weight at each candidate of a group. */
  double[] alike() {
    double[] weights = new double[count];
    for (int g = 0; g < groups(); g++) {
      Arrays.fill(weights, from(g), to(g), 1.0 / count(g));
    }
    return weights;
  }

  /** One request for each group, or none where it is -1. */
  static Candidates known(int[] requestOfGroup) {
    Candidates candidates = new Candidates(requestOfGroup.length);
    for (int g = 0; g < requestOfGroup.length; g++) {
      if (requestOfGroup[g] >= 0) {
        candidates.add(requestOfGroup[g]);
      }
      candidates.first[g + 1] = candidates.count;
    }
    return candidates;
  }

  private void add(int request) {
    if (count == requests.length) {
      requests = Arrays.copyOf(requests, 2 * count);
    }
    requests[count++] = request;
  }

  int groups() {
    return first.length - 1;
  }

  public int from(int group) {
    return first[group];
  }

  public int to(int group) {
    return first[group + 1];
  }

  public int count(int group) {
    return first[group + 1] - first[group];
  }

  /** True where the request is one of the group's candidates. */
  boolean has(int group, int request) {
    for (int place = from(group); place < to(group); place++) {
      if (requests[place] == request) {
        return true;
      }
    }
    return false;
  }

  /** The request at a place between {@link #from} and {@link #to}. */
  public int request(int place) {
    return requests[place];
  }
}
