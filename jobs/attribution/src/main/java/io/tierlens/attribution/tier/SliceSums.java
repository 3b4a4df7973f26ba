package io.tierlens.attribution.tier;

import io.tierlens.attribution.matching.Candidates;
import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.attribution.webapp.AppTime;
import java.util.Arrays;

/** What the requests of each slice took: in all, in the application, in the database. */
final class SliceSums {
  private final long[] requests;
  private final double[] total;
  private final double[] db;
  private final double[] dbLow;
  private final double[] dbHigh;
  private final AppTime[] app;

  SliceSums(QueryTies ties, Slices<?> slices) {
    int count = slices.count();
    requests = new long[count];
    total = new double[count];
    db = new double[count];
    dbLow = new double[count];
    dbHigh = new double[count];
    app = new AppTime[count];
    Arrays.setAll(app, i -> new AppTime());
    for (int r = 0; r < ties.requests().size(); r++) {
      int slice = slices.of(r);
      if (slice >= 0) {
        requests[slice]++;
        total[slice] += ties.requests().get(r).web().durationUs();
        app[slice].add(ties.requests().get(r));
      }
    }
    int[] lastGroup = new int[count];
    Arrays.fill(lastGroup, -1);
    for (int g = 0; g < ties.groups().size(); g++) {
      share(ties, slices, g, lastGroup);
    }
  }

  private void share(QueryTies ties, Slices<?> slices, int g, int[] lastGroup) {
    Candidates candidates = ties.candidates();
    double time = ties.groups().get(g).totalUs();
    int tied = ties.tiedRequest(g);
    int only = -2;
    for (int place = candidates.from(g); place < candidates.to(g); place++) {
      int slice = slices.of(candidates.request(place));
      only = only == -2 || only == slice ? slice : -1;
      if (slice < 0) {
        continue;
      }
      db[slice] += time * ties.weight(place);
      if (lastGroup[slice] != g) {
        lastGroup[slice] = g;
        dbHigh[slice] += time;
      }
    }
    if (only >= 0 && tied >= 0) {
      dbLow[only] += time;
    }
  }

  long requests(int slice) {
    return requests[slice];
  }

  double totalUs(int slice) {
    return total[slice];
  }

  AppTime app(int slice) {
    return app[slice];
  }

  /** Time of the tied queries, or of the shares of the queries that may belong here. */
  double dbUs(int slice) {
    return db[slice];
  }

  /** Time of the queries that can belong nowhere else. */
  double dbLowUs(int slice) {
    return dbLow[slice];
  }

  /** Time of the queries that can belong here at all. */
  double dbHighUs(int slice) {
    return dbHigh[slice];
  }
}
