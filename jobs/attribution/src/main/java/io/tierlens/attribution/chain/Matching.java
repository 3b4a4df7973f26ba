package io.tierlens.attribution.chain;

import java.util.Arrays;

/**
 * For each query of a {@link Problem} the requests that it is tied to, each with a weight; the
 * weights of one query sum to 1, or there are none.
 */
public final class Matching {
  private final int[] first;
  private final int[] request;
  private final double[] weight;
  private final double[] certainty;

  private Matching(int[] first, int[] request, double[] weight, double[] certainty) {
    this.first = first;
    this.request = request;
    this.weight = weight;
    this.certainty = certainty;
  }

  /**
   * Each query at one request.
   *
   * @param requestOfQuery -1 for a query that is of none
   * @param certainty how sure the matcher is of each tie, 0 to 1
   */
  public static Matching whole(int[] requestOfQuery, double[] certainty) {
    int[] first = new int[requestOfQuery.length + 1];
    int[] request = new int[requestOfQuery.length];
    int count = 0;
    for (int q = 0; q < requestOfQuery.length; q++) {
      if (requestOfQuery[q] >= 0) {
        request[count++] = requestOfQuery[q];
      }
      first[q + 1] = count;
    }
    double[] weight = new double[count];
    Arrays.fill(weight, 1);
    return new Matching(first, Arrays.copyOf(request, count), weight, certainty.clone());
  }

  /**
   * Queries shared by several requests: query {@code q} has the places {@code first[q]} to {@code
   * first[q + 1]} (exclusive) of the other two.
   */
  public static Matching shared(int[] first, int[] request, double[] weight) {
    double[] certainty = new double[first.length - 1];
    for (int q = 0; q < certainty.length; q++) {
      for (int place = first[q]; place < first[q + 1]; place++) {
        certainty[q] = Math.max(certainty[q], weight[place]);
      }
    }
    return new Matching(first.clone(), request.clone(), weight.clone(), certainty);
  }

  /** How many queries there are. */
  public int queries() {
    return certainty.length;
  }

  /** First place of the query's requests. */
  public int from(int query) {
    return first[query];
  }

  /** The place after the last one. */
  public int to(int query) {
    return first[query + 1];
  }

  /** The request at a place. */
  public int request(int place) {
    return request[place];
  }

  /** Its weight. */
  public double weight(int place) {
    return weight[place];
  }

  /** How sure the likeliest request of the query is, 0 to 1. */
  public double certainty(int query) {
    return certainty[query];
  }

  /** The likeliest request of the query, or -1. */
  public int likeliest(int query) {
    int best = -1;
    double most = 0;
    for (int place = first[query]; place < first[query + 1]; place++) {
      if (weight[place] > most) {
        most = weight[place];
        best = request[place];
      }
    }
    return best;
  }
}
