package io.tierlens.attribution.chain;

/** How a matching compares with the truth. */
record Judged(double right, double endpointError) {

  /**
   * Compares.
   *
   * @param truth the request of each query, -1 for a query of none
   */
  static Judged of(Problem problem, int[] truth, Matching matching) {
    int right = 0;
    double[] is = new double[problem.pageNames().size()];
    double[] seems = new double[is.length];
    for (int q = 0; q < truth.length; q++) {
      right += matching.likeliest(q) == truth[q] ? 1 : 0;
      if (truth[q] >= 0) {
        is[problem.page(truth[q])] += problem.timeUs(q);
      }
      for (int place = matching.from(q); place < matching.to(q); place++) {
        seems[problem.page(matching.request(place))] += matching.weight(place) * problem.timeUs(q);
      }
    }
    double error = 0;
    int pages = 0;
    for (int page = 0; page < is.length; page++) {
      if (is[page] > 0) {
        error += Math.abs(seems[page] - is[page]) / is[page];
        pages++;
      }
    }
    return new Judged(right / (double) truth.length, error / pages);
  }
}
