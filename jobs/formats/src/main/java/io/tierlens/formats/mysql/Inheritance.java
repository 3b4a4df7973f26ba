package io.tierlens.formats.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tierlens.formats.time.SlowLogTime;
import java.util.HexFormat;

/**
 * What the entries behind a cut must know of those before it: the server leaves out what it has
 * just written.
 *
 * @param shortFormat whether entries may begin with their query time
 * @param stamp that an entry without one has
 * @param session what is known of clocks that a session has set
 * @param database of entries that name none; its bytes as ISO 8859-1; empty if none is known
 */
record Inheritance(boolean shortFormat, SlowLogTime stamp, SessionClock session, String database) {

  private static final String SEPARATOR = " ";

  /** Takes the text that {@link #toString()} makes; an empty one for the beginning of a file. */
  static Inheritance of(String text) {
    SlowLogTime stamp = new SlowLogTime();
    if (text.isEmpty()) {
      return new Inheritance(false, stamp, new SessionClock(), "");
    }
    String[] parts = text.split(SEPARATOR, -1);
    if (Boolean.parseBoolean(parts[1])) {
      boolean instant = Boolean.parseBoolean(parts[3]);
      stamp.set(Long.parseLong(parts[2]), instant, Boolean.parseBoolean(parts[4]));
    }
    return new Inheritance(
        Boolean.parseBoolean(parts[0]),
        stamp,
        new SessionClock(Long.parseLong(parts[5]), Long.parseLong(parts[6])),
        new String(HexFormat.of().parseHex(parts[7]), ISO_8859_1));
  }

  @Override
  public String toString() {
    return String.join(
        SEPARATOR,
        Boolean.toString(shortFormat),
        Boolean.toString(stamp.valid()),
        Long.toString(stamp.micros()),
        Boolean.toString(stamp.instant()),
        Boolean.toString(stamp.exact()),
        Long.toString(session.latest()),
        Long.toString(session.suspect()),
        HexFormat.of().formatHex(database.getBytes(ISO_8859_1)));
  }
}
