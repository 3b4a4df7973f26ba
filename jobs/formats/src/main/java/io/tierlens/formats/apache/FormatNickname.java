package io.tierlens.formats.apache;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names under which the usual formats are known; each may have further tokens behind it. */
enum FormatNickname {
  // The order is the one in which they are tried: those that ask for more of a line first.
  VHOST_COMBINED("%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\""),
  COMBINED("%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\""),
  COMMON("%h %l %u %t \"%r\" %>s %b"),
  COMBINEDIO("%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %I %O"),
  /** What nginx calls combined. */
  NGINX(
      "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent"
          + " \"$http_referer\" \"$http_user_agent\"");

  private static final List<FormatNickname> TRIED = List.of(VHOST_COMBINED, COMBINED, COMMON);

  private final String format;

  FormatNickname(String format) {
    this.format = format;
  }

  /** {@code combined}, as httpd.conf has it. */
  String nick() {
    return name().toLowerCase(Locale.ROOT);
  }

  String format() {
    return format;
  }

  FormatDialect dialect() {
    return this == NGINX ? FormatDialect.NGINX : FormatDialect.APACHE;
  }

  static Optional<FormatNickname> named(String name) {
    return Arrays.stream(values()).filter(nickname -> nickname.nick().equals(name)).findFirst();
  }

  /** All of them, for a message. */
  static String names() {
    return Stream.of(COMMON, COMBINED, VHOST_COMBINED, COMBINEDIO, NGINX)
        .map(FormatNickname::nick)
        .collect(Collectors.joining(", "));
  }

  /** The format behind a nickname with what follows it; empty if there is no nickname. */
  static Optional<StatedFormat> expanded(String text) {
    String first = text.split(" ", 2)[0];
    String behind = text.substring(first.length());
    if (!behind.isBlank() && behind.indexOf('%') < 0 && behind.indexOf('$') < 0) {
      return Optional.empty();
    }
    return named(first)
        .map(
            nickname -> {
              // Both servers have a combined format; the variables tell which is meant.
              boolean ofNginx = behind.indexOf('$') >= 0 && behind.indexOf('%') < 0;
              FormatNickname meant = nickname == COMBINED && ofNginx ? NGINX : nickname;
              return new StatedFormat(meant.format + behind, meant.dialect());
            });
  }

  /** Those that a log of unknown format is held against. */
  static List<FormatNickname> tried() {
    return TRIED;
  }

  /** What nginx calls the same line. */
  String asNginx() {
    return this == COMMON
        ? NGINX.format.substring(0, NGINX.format.indexOf(" \"$http"))
        : NGINX.nick();
  }

  /**
   * The usual ones with each usual timing behind, for a log that is read without a look ahead: a
   * whole number is taken for {@code %D}, one with decimals for nginx's seconds.
   */
  static List<String> withTimings() {
    return TRIED.stream()
        .flatMap(
            nickname ->
                Stream.of(
                    nickname.nick() + " %D",
                    nickname == VHOST_COMBINED
                        ? nickname.nick() + " %T"
                        : nickname.asNginx() + " $request_time",
                    nickname.nick()))
        .toList();
  }
}
