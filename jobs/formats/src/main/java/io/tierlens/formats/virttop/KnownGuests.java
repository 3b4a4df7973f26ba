package io.tierlens.formats.virttop;

import java.util.HashMap;
import java.util.Map;

/** Which domains the line above had: only those have been measured since. */
final class KnownGuests {
  private final Map<String, Guest> guests = new HashMap<>();
  private long line;
  private long lineAt;

  /** One domain; a domain that is started anew gets another id. */
  private static final class Guest {
    private String id;
    private long line;
    private long at;
  }

  /** A line of this time begins. */
  void begin(long at) {
    line++;
    lineAt = at;
  }

  /** virt-top was started anew: it has measured nothing. */
  void interrupt() {
    line++;
  }

  /** When the domain was last seen, or null; to be asked before {@link #see}. */
  Long lastSeen(String name) {
    Guest guest = guests.get(name);
    return guest == null || guest.at > lineAt ? null : Long.valueOf(guest.at);
  }

  /** Notes a domain of the line; whether it has been running since the line above. */
  boolean see(String name, String id) {
    Guest guest = guests.computeIfAbsent(name, unknown -> new Guest());
    boolean measured = id.equals(guest.id) && guest.line == line - 1;
    guest.id = id;
    guest.line = line;
    guest.at = lineAt;
    return measured;
  }

  int count() {
    return guests.size();
  }
}
