package io.tierlens.pipeline.queries;

/**
 * What the attribution of the whole run says of the database: a request's mean time in it.
 *
 * @param meanUs null when the logs do not tell
 * @param lowUs lower end of what the logs allow
 * @param highUs upper end; null when there is none
 * @param share of the requests' time, 0 to 1
 * @param requests in the mean
 */
public record DatabaseTier(
    Double meanUs, Double lowUs, Double highUs, Double share, long requests) {}
