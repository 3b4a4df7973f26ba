package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.LogRecord;
import java.nio.charset.StandardCharsets;

/** What a key of a DebugTemplate means: the field that it fills, or a further one of its name. */
final class DebugKey {

  /** A key that fills nothing, as it tells of Interchange's code and not of the request. */
  private static final int NOTHING = -1;

  private final String name;
  private final byte[] nameBytes;
  private final int field;

  private DebugKey(String name, int field) {
    this.name = name;
    this.nameBytes = name.getBytes(StandardCharsets.UTF_8);
    this.field = field;
  }

  /** The key of a name in lower case, without its braces. */
  static DebugKey of(String name) {
    int field =
        switch (name) {
          case "pid" -> AppEvent.PID;
          case "session", "session.id" -> AppEvent.SESSION;
          case "session.username" -> AppEvent.USER;
          case "page" -> AppEvent.PAGE;
          case "host" -> AppEvent.CLIENT;
          case "request_uri" -> AppEvent.PATH;
          case "message" -> AppEvent.MESSAGE;
          default -> name.startsWith("caller") ? NOTHING : AppEvent.EXTRA;
        };
    return new DebugKey(name, field);
  }

  String name() {
    return name;
  }

  boolean isMessage() {
    return field == AppEvent.MESSAGE;
  }

  boolean isPid() {
    return field == AppEvent.PID;
  }

  /** Whether the text can be the key's; where it cannot, the line is of another template. */
  boolean admits(byte[] text, int start, int end) {
    if (field == AppEvent.PATH) {
      return end == start || text[start] == '/' || text[start] == '*' || text[start] == 'h';
    }
    if (name.equals("request_method")) {
      for (int i = start; i < end; i++) {
        if (text[i] < 'A' || text[i] > 'Z') {
          return false;
        }
      }
    }
    return !name.equals("caller0") || DebugTemplate.isPackage(text, start, end);
  }

  /** Fills the record, if there is a value and the field has none yet; not the process. */
  void fill(LogRecord record, byte[] text, int start, int end) {
    if (field == NOTHING || field == AppEvent.PID) {
      return;
    }
    if (field == AppEvent.EXTRA) {
      AppEvent.extra(record, nameBytes, text, start, end);
    } else if (record.isNull(field)) {
      int to = field == AppEvent.PATH ? Ascii.until(text, start, end, '?') : end;
      AppEvent.text(record, field, text, start, to);
    }
  }
}
