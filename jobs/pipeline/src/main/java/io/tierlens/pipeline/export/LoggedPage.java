package io.tierlens.pipeline.export;

/**
 * What the application logged of a request, where its time is told apart from the web server's: see
 * table app_event.
 */
public record LoggedPage(
    long eventKey,
    String host,
    long startTime,
    long startSlackUs,
    long durationUs,
    Long pid,
    String page,
    String file,
    long line) {}
