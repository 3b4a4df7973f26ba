package io.tierlens.cli.queries;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people of one zone read them, to the second, with the offset. */
final class Moments {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private final ZoneId zone;

  Moments(String zone) {
    this.zone = ZoneId.of(zone, ZoneId.SHORT_IDS);
  }

  String text(Instant instant) {
    return FORM.format(instant.atZone(zone));
  }
}
