package io.tierlens.formats.apache;

/** Takes a format string apart into its tokens and the text between them. */
final class FormatParser {
  private final String format;
  private final DurationUnit unit;
  private final FormatAssembler into;
  private int at;

  private FormatParser(String format, DurationUnit unit, FormatAssembler into) {
    this.format = format;
    this.unit = unit;
    this.into = into;
  }

  /**
   * Takes apart a format of any server.
   *
   * @throws IllegalArgumentException if a token breaks off
   */
  static void parse(StatedFormat stated, DurationUnit unit, FormatAssembler into) {
    FormatParser parser = new FormatParser(stated.format(), unit, into);
    if (stated.dialect().nginx()) {
      parser.parseNginx();
    } else {
      parser.parseApache();
    }
  }

  private void parseApache() {
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c == '\\' && at < format.length()) {
        into.literal(escaped(format.charAt(at++)));
      } else if (c != '%') {
        into.literal(String.valueOf(c));
      } else if (format.startsWith("%", at)) {
        into.literal("%");
        at++;
      } else {
        Directive directive = apacheToken(at - 1);
        if (directive.shape() == FormatToken.Shape.STAMP) {
          into.literal("[");
          into.add(directive);
          into.literal("]");
        } else {
          into.add(directive);
        }
      }
    }
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"', '\\' -> String.valueOf(c);
      case 't' -> "\t";
      case 'n' -> "\n";
      default -> "\\" + c;
    };
  }

  /** Reads what stands behind the percent sign: conditions, {@code <} or {@code >}, {}, letter. */
  private Directive apacheToken(int from) {
    boolean last = false;
    String parameter = "";
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c == '{') {
        int close = format.indexOf('}', at);
        if (close < 0) {
          throw new IllegalArgumentException("format: no } behind " + format.substring(from));
        }
        parameter = format.substring(at, close);
        at = close + 1;
      } else if (c == '>') {
        last = true;
      } else if ("<!,0123456789".indexOf(c) < 0) {
        int length = c == '^' ? 3 : 1;
        int end = Math.min(at - 1 + length, format.length());
        String letter = format.substring(at - 1, end);
        at = end;
        return Directives.of(format.substring(from, at), letter, parameter, last, unit);
      }
    }
    throw new IllegalArgumentException(
        "format: it ends within the token " + format.substring(from));
  }

  private void parseNginx() {
    while (at < format.length()) {
      char c = format.charAt(at);
      int nameAt = c == '$' && format.startsWith("{", at + 1) ? at + 2 : at + 1;
      int end = nameAt;
      while (c == '$' && end < format.length() && isOfAName(format.charAt(end))) {
        end++;
      }
      if (end == nameAt) {
        into.literal(String.valueOf(c));
        at++;
      } else {
        into.add(NginxVariables.of(format.substring(nameAt, end)));
        at = nameAt == at + 2 && format.startsWith("}", end) ? end + 1 : end;
      }
    }
  }

  private static boolean isOfAName(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
