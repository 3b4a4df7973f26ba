package io.tierlens.pipeline.suggest;

import io.tierlens.pipeline.ingest.TimeSpan;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormatter;
import org.joda.time.format.ISODateTimeFormat;

/** When a dump that prints no date began. */
final class DumpStart {
  private static final DateTimeFormatter ISO = ISODateTimeFormat.dateTimeNoMillis();

  private static final long DAY_US = 86_400_000_000L;

  private DumpStart() {}

  /**
   * The option {@code start} of a dump.
   *
   * @param requests from when to when there are requests; null without any
   * @param zone of the dump's machine; null if nobody knows it
   * @return null for a dump that needs none
   */
  static Told<String> of(DomainCensus dump, TimeSpan requests, String zone) {
    if (!dump.assumed()) {
      return null;
    }
    if (!dump.hasClock()) {
      return Told.ask(
          "when the first sample was taken, with the offset: 2009-01-23T10:00:00-05:00;"
              + " without it no row can be read");
    }
    String ask = "the day of the first sample: 2009-01-23T10:00:00-05:00; the dump has times only";
    if (requests == null || zone == null || dump.span() == null) {
      return Told.ask(ask);
    }
    DateTimeZone local = DateTimeZone.forID(zone);
    long best = 0;
    long bestStart = 0;
    boolean unsure = true;
    long clock = Math.floorMod(dump.span().firstUs(), DAY_US);
    long length = dump.span().lastUs() - dump.span().firstUs();
    DateTime day = new DateTime(requests.firstUs() / 1000, local).withTimeAtStartOfDay();
    for (int i = -1; day.plusDays(i).getMillis() * 1000 <= requests.lastUs(); i++) {
      long startUs =
          local.convertLocalToUTC(
                  day.plusDays(i).toLocalDateTime().toDateTime(DateTimeZone.UTC).getMillis()
                      + clock / 1000,
                  false)
              * 1000;
      long common =
          Math.min(startUs + length, requests.lastUs()) - Math.max(startUs, requests.firstUs());
      if (common > best) {
        // Two days that fit nearly alike tell nothing.
        unsure = common < best * 2;
        best = common;
        bestStart = startUs;
      } else if (common * 2 > best) {
        unsure = true;
      }
    }
    return unsure || best == 0
        ? Told.ask(ask)
        : new Told<>(
            new DateTime(bestStart / 1000, local).toString(ISO),
            "the dump has times only; it is taken to be of the day of the requests");
  }
}
