package io.tierlens.formats.apache;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The names under which the usual formats are known; each may have {@code %D} behind it. */
enum FormatNickname {
  // The order is the one in which they are tried: those that ask for more of a line first.
  VHOST_COMBINED("%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\""),
  COMBINED("%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\""),
  COMMON("%h %l %u %t \"%r\" %>s %b");

  private static final List<String> TIMINGS = List.of(" %D", " %T", "");

  private final String format;

  FormatNickname(String format) {
    this.format = format;
  }

  /** {@code combined}, as httpd.conf has it. */
  String nick() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format behind a nickname; any other string is taken to be a format itself. */
  static String expand(String format) {
    String trimmed = format.strip();
    for (FormatNickname nickname : values()) {
      if (trimmed.equals(nickname.nick())) {
        return nickname.format;
      }
      if (trimmed.startsWith(nickname.nick() + " %")) {
        return nickname.format + trimmed.substring(nickname.nick().length());
      }
    }
    if (trimmed.indexOf('%') < 0) {
      throw new IllegalArgumentException(
          "format: "
              + trimmed
              + " is neither a LogFormat string nor one of common, combined, vhost_combined");
    }
    return format;
  }

  /** All of them with each usual timing behind. */
  static List<String> withTimings() {
    return Arrays.stream(values())
        .flatMap(nickname -> TIMINGS.stream().map(timing -> nickname.nick() + timing))
        .toList();
  }
}
