package io.tierlens.cli.report.model;

/**
 * How much a report shows.
 *
 * @param topEndpoints endpoints shown of those that moved most
 * @param minEndpointRequests requests that an endpoint needs in both runs to be ranked
 * @param verdictWindows windows that the verdict names
 */
public record Options(int topEndpoints, int minEndpointRequests, int verdictWindows) {

  /** Ten endpoints of five requests or more, three windows. */
  public static final Options DEFAULT = new Options(10, 5, 3);

  /** Refuses what can't be shown. */
  public Options {
    if (topEndpoints < 0 || minEndpointRequests < 1 || verdictWindows < 1) {
      throw new IllegalArgumentException(
          "a report needs topEndpoints >= 0, minEndpointRequests >= 1, verdictWindows >= 1");
    }
  }
}
