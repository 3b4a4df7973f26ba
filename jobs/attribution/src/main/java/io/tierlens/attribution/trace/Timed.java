package io.tierlens.attribution.trace;

/**
 * What a log tells of one piece of work.
 *
 * @param startUs earliest instant at which it can have started
 * @param slackUs how much later the true start may be
 * @param durationUs time that it took
 */
public record Timed(long startUs, long slackUs, long durationUs) {

  public Timed {
    slackUs = Math.max(0, slackUs);
    durationUs = Math.max(0, durationUs);
  }

  long latestStartUs() {
    return startUs + slackUs;
  }
}
