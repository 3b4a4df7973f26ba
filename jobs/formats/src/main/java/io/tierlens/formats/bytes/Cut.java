package io.tierlens.formats.bytes;

/**
 * A place between two records of a file, at which a {@link Slice} can begin.
 *
 * @param offset where the line behind it begins, in bytes from 0
 * @param linesBefore how many lines are before it
 * @param inherited what the records behind it must know of those before it
 */
public record Cut(long offset, long linesBefore, String inherited) {}
