package io.tierlens.pipeline.queries;

/**
 * A part of the statements of a class: those of one database, user or endpoint.
 *
 * @param name of it; null where the log does not tell
 * @param statements how many; of an endpoint the expected number
 * @param totalUs their time
 * @param share of the class's time, 0 to 1; null where the class took no time
 */
public record Part(String name, double statements, double totalUs, Double share) {}
