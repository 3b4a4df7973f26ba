package io.tierlens.pipeline.queries;

/**
 * The time of a class's statements that belong to one endpoint, or to no request.
 *
 * @param classKey null for all classes that are not listed
 * @param tied whether to a request
 * @param endpoint null for requests without one, and where not tied
 * @param kindTime time of all the class's statements that are tied, or of those that are not
 * @param level how they were tied; null where not tied
 */
record EndpointTime(
    String classKey,
    boolean tied,
    String endpoint,
    double statements,
    double time,
    double kindTime,
    String level) {}
