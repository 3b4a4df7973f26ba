package io.tierlens.formats.apache;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.endpoint.EndpointRules;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;

/** What reads the lines of one format, piece by piece. For one thread. */
record FormatReader(
    AccessFormat format,
    LineScanner scanner,
    AccessTimes times,
    DummyConnection dummies,
    DurationCheck durations,
    AccessFiller filler) {

  /**
   * The reader of one format.
   *
   * @param record is filled, as far as it wants to be
   * @throws IllegalArgumentException if the format or another option is wrong
   */
  static FormatReader of(String stated, ReadOptions options, LogRecord record) {
    AccessFormat format = AccessFormat.of(stated, options);
    LineScanner scanner = new LineScanner(format, options.timeZone());
    return new FormatReader(
        format,
        scanner,
        new AccessTimes(format, scanner),
        new DummyConnection(format, scanner),
        new DurationCheck(format, scanner, DurationUnit.of(options)),
        new AccessFiller(format, scanner, EndpointRules.of(options), record));
  }

  Observations observations() {
    return AccessFacts.of(format, durations);
  }
}
