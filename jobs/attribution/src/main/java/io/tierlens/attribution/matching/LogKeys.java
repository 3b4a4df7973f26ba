package io.tierlens.attribution.matching;

/**
 * What the logs of a run hold to time its requests and to join its tiers: which level the
 * attribution can reach at best. Whether it does, only the attribution itself finds out.
 *
 * @param timedRequests whether the access log tells how long requests took
 * @param applicationTimes whether a log of the application tells how long its pages took
 * @param processes whether every page of that log tells its process
 * @param queries whether there is a slow query log with entries
 * @param connections whether every query tells its connection (Thread_id)
 * @param requestIds whether requests and queries carry ids by which one finds the other
 */
public record LogKeys(
    boolean timedRequests,
    boolean applicationTimes,
    boolean processes,
    boolean queries,
    boolean connections,
    boolean requestIds) {

  /** The level at which queries can be tied to requests at best. */
  public Level bestLevel() {
    if (!timedRequests || !queries) {
      return Level.NONE;
    }
    if (requestIds) {
      return Level.L0;
    }
    if (connections) {
      return processes ? Level.L1 : Level.L1C;
    }
    return Level.L3;
  }
}
