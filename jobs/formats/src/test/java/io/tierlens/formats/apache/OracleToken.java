package io.tierlens.formats.apache;

import io.tierlens.formats.Row;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * A token, random values as a server logs them, and the names that both parsers have for it.
 *
 * @param logged makes a value
 * @param fields what to compare
 */
record OracleToken(String text, Function<Random, String> logged, List<Field> fields) {

  /**
   * One value that both give.
   *
   * @param theirs the other parser's name of it
   * @param ours out of a row; null if it is absent
   */
  record Field(String theirs, Function<Row, String> ours) {}

  private static final List<String> PIECES =
      List.of(
          "a",
          "B7",
          "x",
          "/",
          ".",
          "-",
          "_",
          "=",
          "&",
          ";",
          "%20",
          "%zz",
          "+",
          " ",
          " ",
          "[",
          "]",
          "] \\\"",
          "\\\"",
          "\\\\",
          "\\n",
          "\\t",
          "\\x01",
          "\\xc3\\xa9",
          "\\xe9",
          "\u00e9",
          "'",
          "<",
          "{",
          "|",
          "^",
          "~",
          "#",
          "?",
          ":",
          "\" 200 5 \"",
          "192.0.2.7");

  private static final List<String> TAME =
      List.of("a", "B7", "shop", "/", ".html", "-", "_", "=", "1", "xyz");

  private static String text(Random random, List<String> pieces, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  private static String quotable(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "-";
      case 1, 2, 3 -> text(random, PIECES.subList(0, PIECES.size() - 2), 12);
      default -> "http://r/" + text(random, TAME, 9);
    };
  }

  private static String requestLine(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "-";
      case 1 -> "\\x16\\x03\\x01\\x02";
      case 2 -> "GET / " + text(random, PIECES, 5);
      case 3 -> text(random, PIECES, 8);
      case 4 -> "GET /" + text(random, PIECES.subList(0, PIECES.size() - 2), 10) + " HTTP/1.1";
      case 5 -> "GET /" + text(random, TAME, 4);
      default ->
          (random.nextBoolean() ? "GET" : "POST")
              + " /"
              + text(random, TAME, 9)
              + (random.nextBoolean() ? "?" + text(random, TAME, 9) : "")
              + " HTTP/1."
              + random.nextInt(2);
    };
  }

  private static String address(Random random) {
    return random.nextInt(4) == 0
        ? "2001:db8::" + Integer.toHexString(random.nextInt(1 << 16))
        : oldAddress(random);
  }

  /**
   * The other parser's expression for addresses that can be nothing else never ends on new ones.
   */
  private static String oldAddress(Random random) {
    return "192.0.2." + random.nextInt(256);
  }

  private static String user(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "ann";
      case 1 -> text(random, TAME, 4);
      case 2 -> text(random, PIECES.subList(0, 20), 4).strip() + "x";
      default -> "-";
    };
  }

  private static String stamp(Random random) {
    return String.format(
        "%02d/%s/20%02d:%02d:%02d:%02d %s%02d%s",
        1 + random.nextInt(28),
        List.of("Jan", "Feb", "Mar", "May", "Jun", "Sep", "Nov", "Dec").get(random.nextInt(8)),
        random.nextInt(38),
        random.nextInt(24),
        random.nextInt(60),
        random.nextInt(60),
        random.nextBoolean() ? "-" : "+",
        random.nextInt(12),
        random.nextBoolean() ? "00" : "30");
  }

  /** As nginx writes it, which escapes everything by numbers. */
  private static Function<Random, String> ofNginx(Function<Random, String> logged) {
    return logged.andThen(
        text ->
            text.replace("\\\\", "\\x5C")
                .replace("\\\"", "\\x22")
                .replace("\\n", "\\x0A")
                .replace("\\t", "\\x09")
                .replace("\"", "\\x22"));
  }

  private static Function<Random, String> whole(int bound, boolean maybeAbsent) {
    return random ->
        maybeAbsent && random.nextInt(5) == 0 ? "-" : String.valueOf(random.nextInt(bound));
  }

  private static Field column(String theirs, String ours) {
    return new Field(theirs, row -> row.containsKey(ours) ? String.valueOf(row.get(ours)) : null);
  }

  private static Field extra(String theirs, String key) {
    return new Field(
        theirs, row -> row.get("extra") instanceof Map<?, ?> map ? (String) map.get(key) : null);
  }

  private static OracleToken of(String text, Function<Random, String> logged, Field... fields) {
    return new OracleToken(text, logged, List.of(fields));
  }

  private static Field uri(String theirs) {
    return new Field(
        theirs,
        row ->
            row.containsKey("path")
                ? row.get("path")
                    + (row.containsKey("query_string") ? "?" + row.get("query_string") : "")
                : null);
  }

  private static final Field START =
      new Field(
          "TIME.EPOCH:request.receive.time.epoch",
          row -> String.valueOf(row.whole("start_time") / 1000));

  private static final List<Field> REQUEST =
      List.of(
          column("HTTP.METHOD:request.firstline.method", "method"),
          uri("HTTP.URI:request.firstline.uri"),
          column("HTTP.PROTOCOL_VERSION:request.firstline.protocol", "protocol"));

  /** All that are compared; longer names first, as a format is searched for them. */
  static final List<OracleToken> ALL =
      List.of(
          of("%{Referer}i", OracleToken::quotable, column("HTTP.URI:request.referer", "referer")),
          of(
              "%{User-Agent}i",
              OracleToken::quotable, column("HTTP.USERAGENT:request.user-agent", "user_agent")),
          of(
              "%{Host}i",
              OracleToken::quotable, extra("HTTP.HEADER:request.header.host", "%{Host}i")),
          of("%{c}a", OracleToken::oldAddress, column("IP:connection.client.peerip", "peer")),
          of("%a", OracleToken::oldAddress, column("IP:connection.client.ip", "client")),
          of("%h", OracleToken::address, column("IP:connection.client.host", "client")),
          of("%l", random -> "-", extra("NUMBER:connection.client.logname", "%l")),
          of("%u", OracleToken::user, column("STRING:connection.client.user", "user")),
          of("%t", random -> "[" + stamp(random) + "]", START),
          new OracleToken("%r", OracleToken::requestLine, REQUEST),
          of("%>s", random -> "" + (100 + random.nextInt(500)), status()),
          of("%b", whole(100_000, true), column("BYTESCLF:response.body.bytes", "response_bytes")),
          of("%B", whole(100_000, false), column("BYTES:response.body.bytes", "response_bytes")),
          of(
              "%D",
              whole(9_000_000, false), served("MICROSECONDS:response.server.processing.time", 1)),
          of(
              "%{ms}T",
              whole(9_000, false), served("MILLISECONDS:response.server.processing.time", 1_000)),
          of("%T", whole(9, false), served("SECONDS:response.server.processing.time", 1_000_000)),
          of("%I", whole(9_000, false), extra("BYTES:request.bytes", "%I")),
          of("%O", whole(90_000, false), extra("BYTES:response.bytes", "%O")),
          of("%P", whole(9_000, false), column("NUMBER:connection.server.child.processid", "pid")),
          of("%p", whole(9_000, false), extra("PORT:request.server.port.canonical", "%p")),
          of(
              "%v",
              random -> "www." + text(random, TAME.subList(0, 3), 2) + ".test",
              extra("STRING:connection.server.name.canonical", "%v")),
          of(
              "%X",
              random -> "+-X".charAt(random.nextInt(3)) + "",
              extra("HTTP.CONNECTSTATUS:response.connection.status", "%X")),
          of("%m", random -> "GET", column("HTTP.METHOD:request.method", "method")),
          of("%U", random -> "/" + text(random, TAME, 9), column("URI:request.urlpath", "path")),
          of("%H", random -> "HTTP/1.1", column("PROTOCOL:request.protocol", "protocol")),
          of(
              "%{UNIQUE_ID}e",
              random -> "aw" + text(random, TAME.subList(0, 3), 9),
              column("VARIABLE:server.environment.unique_id", "request_id")),
          of(
              "%{usec}t",
              random -> String.valueOf(1_000_000_000_000_000L + random.nextInt()),
              new Field(
                  "TIME.EPOCH.USEC:request.receive.time.usec",
                  row -> String.valueOf(row.whole("start_time")))),
          of(
              "%{sec}t.%{usec_frac}t",
              random ->
                  (1_000_000_000L + random.nextInt(1 << 30))
                      + String.format(".%06d", random.nextInt(1_000_000)),
              new Field(
                  "TIME.SECONDS:request.receive.time.sec",
                  row -> String.valueOf(row.whole("start_time") / 1_000_000)),
              new Field(
                  "TIME.EPOCH.USEC_FRAC:request.receive.time.usec_frac",
                  row -> String.format("%06d", row.whole("start_time") % 1_000_000))),
          of("$remote_addr", OracleToken::address, column("IP:connection.client.host", "client")),
          of(
              "$remote_user",
              ofNginx(OracleToken::user),
              column("STRING:connection.client.user", "user")),
          of("$time_local", OracleToken::stamp, START),
          new OracleToken("$request", ofNginx(OracleToken::requestLine), REQUEST),
          of("$status", random -> "" + (100 + random.nextInt(500)), status()),
          of(
              "$body_bytes_sent",
              whole(90_000, false),
              column("BYTES:response.body.bytes", "response_bytes")),
          of(
              "$http_referer",
              ofNginx(OracleToken::quotable),
              column("HTTP.URI:request.referer", "referer")),
          of(
              "$http_user_agent",
              ofNginx(OracleToken::quotable),
              column("HTTP.USERAGENT:request.user-agent", "user_agent")));

  /** Those that a format is made of. */
  static List<OracleToken> of(String format) {
    return ALL.stream().filter(token -> token.isIn(format)).toList();
  }

  /** Names of nginx end where no letter follows. */
  private boolean isIn(String format) {
    int end = format.indexOf(text) + text.length();
    return format.contains(text)
        && (text.startsWith("%")
            || end == format.length()
            || (format.charAt(end) != '_' && !Character.isLetter(format.charAt(end))));
  }

  private static Field status() {
    return column("STRING:request.status.last", "status");
  }

  private static Field served(String theirs, long unit) {
    return new Field(theirs, row -> String.valueOf(row.whole("duration_us") / unit));
  }
}
