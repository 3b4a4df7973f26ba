package io.tierlens.formats.bytes;

/** Tells by a line alone whether a record may begin with it. */
@FunctionalInterface
public interface RecordStart {

  /** Each line is a record of its own. */
  RecordStart EVERY_LINE = (text, start, end) -> true;

  /** Whether the line that fills the range begins a record, rather than goes on with one. */
  boolean at(byte[] text, int start, int end);
}
