package io.tierlens.attribution.table;

/**
 * A request that reaches the application, with its time split by tier: a row of table request.
 *
 * <p>Where {@code dbUs} is told, {@code durationUs} is exactly {@code webSelfUs + appSelfUs +
 * dbUs}, or {@code webAppUs + dbUs}.
 *
 * @param threadId database connection tied to the request, where a connection is one request
 */
public record Request(
    long requestKey,
    Long eventKey,
    String host,
    String windowName,
    long startTime,
    long startSlackUs,
    long durationUs,
    String endpoint,
    Integer status,
    Long webSelfUs,
    Long appSelfUs,
    Long webAppUs,
    Long dbUs,
    Long dbLowUs,
    Long dbHighUs,
    Long queryCount,
    Long threadId,
    String level) {}
