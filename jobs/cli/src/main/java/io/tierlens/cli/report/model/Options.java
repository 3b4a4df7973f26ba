package io.tierlens.cli.report.model;

/**
 * How much a report shows.
 *
 * @param topEndpoints endpoints shown of those that moved most
 * @param minEndpointRequests requests that an endpoint needs in both runs to be ranked
 * @param verdictWindows windows that the verdict names
 * @param topQueries classes of statements shown of those that moved most
 * @param window the only window that is reported on; null for all of them and the whole runs
 */
public record Options(
    int topEndpoints, int minEndpointRequests, int verdictWindows, int topQueries, String window) {

  /** Ten endpoints of five requests or more, three windows, ten classes of statements. */
  public static final Options DEFAULT = new Options(10, 5, 3, 10, null);

  /** Refuses what can't be shown. */
  public Options {
    if (topEndpoints < 0 || topQueries < 0 || minEndpointRequests < 1 || verdictWindows < 1) {
      throw new IllegalArgumentException(
          "a report needs topEndpoints and topQueries >= 0, minEndpointRequests and verdictWindows"
              + " >= 1");
    }
  }

  /** Returns the same of one window alone; of everything for null. */
  public Options in(String onlyWindow) {
    return new Options(topEndpoints, minEndpointRequests, verdictWindows, topQueries, onlyWindow);
  }
}
