package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a printed time: what {@code strftime} of C writes in the locale C, or a number. It
 * knows where it ends, so that nothing need stand behind it. Immutable.
 */
public final class TimePattern {
  private static final int MINUTES_OF_ZONE = 60;

  private enum Form {
    LITERAL,
    DIGITS,
    /** As {@link #DIGITS}, with a blank in the place of a leading zero. */
    PADDED,
    MONTH_NAME,
    HALF_DAY_NAME,
    OFFSET,
    /** Letters, digits and signs: a weekday, the name of a zone. */
    NAME
  }

  /**
   * One piece.
   *
   * @param least fewest digits, or the byte of a literal
   * @param most most digits
   */
  private record Piece(Form form, TimePart part, int least, int most) {}

  private final Piece[] pieces;

  private TimePattern(List<Piece> pieces) {
    this.pieces = pieces.toArray(Piece[]::new);
  }

  /** A number and nothing else. */
  public static TimePattern number(TimePart part) {
    return new TimePattern(List.of(numberPiece(part)));
  }

  private static Piece numberPiece(TimePart part) {
    // Of an epoch: less ended in 2001, before which there was no such log; more begins in 2286.
    return switch (part) {
      case EPOCH_MICROSECOND -> digits(part, 15, 16);
      case EPOCH_MILLISECOND -> digits(part, 12, 13);
      case EPOCH_SECOND -> digits(part, 9, 10);
      case MILLISECOND_FRACTION -> digits(part, 3, 3);
      case MICROSECOND_FRACTION -> digits(part, 6, 6);
      default -> throw new IllegalArgumentException(part + " is not printed as a number alone");
    };
  }

  /** Seconds since 1970 with three decimals: {@code 1795349798.636}. */
  public static TimePattern epochWithMilliseconds() {
    return new TimePattern(
        List.of(
            numberPiece(TimePart.EPOCH_SECOND),
            literal('.'),
            numberPiece(TimePart.MILLISECOND_FRACTION)));
  }

  /** What {@code strftime} makes of a text; empty if a conversion in it is not understood. */
  public static Optional<TimePattern> ofStrftime(String format) {
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    while (i < format.length()) {
      char c = format.charAt(i++);
      if (c > 0x7f) {
        return Optional.empty();
      }
      if (c != '%') {
        pieces.add(literal(c));
        continue;
      }
      char padding = '0';
      while (i < format.length() && "EO_-".indexOf(format.charAt(i)) >= 0) {
        padding = Ascii.isLetter(format.charAt(i)) ? padding : format.charAt(i);
        i++;
      }
      if (i == format.length() || !add(pieces, format.charAt(i++), padding)) {
        return Optional.empty();
      }
    }
    return pieces.isEmpty() ? Optional.empty() : Optional.of(new TimePattern(pieces));
  }

  /**
   * Adds what a conversion prints.
   *
   * @param padding what stands in the place of a leading zero: itself, {@code _} for a blank, or
   *     {@code -} for nothing
   */
  private static boolean add(List<Piece> pieces, char conversion, char padding) {
    Piece piece =
        switch (conversion) {
          case 'Y' -> digits(TimePart.YEAR, 4, 4);
          case 'y' -> digits(TimePart.SHORT_YEAR, 2, 2);
          case 'm' -> two(TimePart.MONTH, padding);
          case 'b', 'B', 'h' -> new Piece(Form.MONTH_NAME, TimePart.MONTH, 0, 0);
          case 'd' -> two(TimePart.DAY, padding);
          case 'e' -> new Piece(Form.PADDED, TimePart.DAY, 1, 2);
          case 'H' -> two(TimePart.HOUR, padding);
          case 'k' -> new Piece(Form.PADDED, TimePart.HOUR, 1, 2);
          case 'I' -> two(TimePart.HOUR_OF_HALF_DAY, padding);
          case 'l' -> new Piece(Form.PADDED, TimePart.HOUR_OF_HALF_DAY, 1, 2);
          case 'p', 'P' -> new Piece(Form.HALF_DAY_NAME, TimePart.HALF_DAY, 0, 0);
          case 'M' -> two(TimePart.MINUTE, padding);
          case 'S' -> two(TimePart.SECOND, padding);
          case 's' -> numberPiece(TimePart.EPOCH_SECOND);
          case 'z' -> new Piece(Form.OFFSET, TimePart.OFFSET, 0, 0);
          case 'Z', 'a', 'A' -> new Piece(Form.NAME, TimePart.NOTHING, 0, 0);
          case 'j' -> digits(TimePart.NOTHING, 3, 3);
          case 'u', 'w' -> digits(TimePart.NOTHING, 1, 1);
          case 'U', 'V', 'W', 'C', 'g' -> digits(TimePart.NOTHING, 2, 2);
          case 'G' -> digits(TimePart.NOTHING, 4, 4);
          case 'n' -> literal('\n');
          case 't' -> literal('\t');
          case '%' -> literal('%');
          default -> null;
        };
    if (piece != null) {
      pieces.add(piece);
      return true;
    }
    String several =
        switch (conversion) {
          case 'T', 'X' -> "%H:%M:%S";
          case 'R' -> "%H:%M";
          case 'r' -> "%I:%M:%S %p";
          case 'D', 'x' -> "%m/%d/%y";
          case 'F' -> "%Y-%m-%d";
          case 'c' -> "%a %b %e %H:%M:%S %Y";
          default -> "";
        };
    ofStrftime(several).ifPresent(pattern -> pieces.addAll(List.of(pattern.pieces)));
    return !several.isEmpty();
  }

  private static Piece digits(TimePart part, int least, int most) {
    return new Piece(Form.DIGITS, part, least, most);
  }

  private static Piece two(TimePart part, char padding) {
    return padding == '_'
        ? new Piece(Form.PADDED, part, 1, 2)
        : digits(part, padding == '-' ? 1 : 2, 2);
  }

  private static Piece literal(char c) {
    return new Piece(Form.LITERAL, TimePart.NOTHING, c, 0);
  }

  /** What the text tells. */
  public Set<TimePart> parts() {
    Set<TimePart> parts = EnumSet.noneOf(TimePart.class);
    for (Piece piece : pieces) {
      parts.add(piece.part());
    }
    parts.remove(TimePart.NOTHING);
    return parts;
  }

  /**
   * Reads such a text at {@code start}.
   *
   * @param into takes what it tells; changed even if the text does not fit
   * @return where the text ends, or -1 if there is none
   */
  public int read(byte[] text, int start, int end, TimeParts into) {
    int at = start;
    for (Piece piece : pieces) {
      at =
          switch (piece.form()) {
            case LITERAL -> at < end && text[at] == piece.least() ? at + 1 : -1;
            case DIGITS -> readDigits(piece, text, at, end, into);
            case PADDED ->
                readDigits(piece, text, at < end && text[at] == ' ' ? at + 1 : at, end, into);
            case MONTH_NAME -> readMonth(text, at, end, into);
            case HALF_DAY_NAME -> readHalfDay(text, at, end, into);
            case OFFSET -> readOffset(text, at, end, into);
            case NAME -> readName(text, at, end);
          };
      if (at < 0) {
        return -1;
      }
    }
    return at;
  }

  private static int readDigits(Piece piece, byte[] text, int from, int end, TimeParts into) {
    long value = 0;
    int at = from;
    int last = Math.min(end, from + piece.most());
    while (at < last && Ascii.isDigit(text[at])) {
      value = value * 10 + (text[at] - '0');
      at++;
    }
    if (at - from < piece.least() || !isInRange(piece.part(), value)) {
      return -1;
    }
    into.set(piece.part(), piece.part() == TimePart.MILLISECOND_FRACTION ? value * 1000 : value);
    return at;
  }

  /** Of the day only the calendar can tell. */
  private static boolean isInRange(TimePart part, long value) {
    return switch (part) {
      case MONTH -> value >= 1 && value <= 12;
      case HOUR -> value <= 23;
      case HOUR_OF_HALF_DAY -> value >= 1 && value <= 12;
      case MINUTE -> value <= 59;
      // 60 is a leap second.
      case SECOND -> value <= 60;
      default -> true;
    };
  }

  private static int readMonth(byte[] text, int from, int end, TimeParts into) {
    int month = MonthName.at(text, from, end);
    if (month == 0) {
      return -1;
    }
    into.set(TimePart.MONTH, month);
    return from + MonthName.length(month, text, from, end);
  }

  private static int readHalfDay(byte[] text, int from, int end, TimeParts into) {
    if (end - from < 2 || Ascii.lowerCase(text[from + 1]) != 'm') {
      return -1;
    }
    int half = Ascii.lowerCase(text[from]);
    into.set(TimePart.HALF_DAY, half == 'p' ? 1 : 0);
    return half == 'a' || half == 'p' ? from + 2 : -1;
  }

  /** {@code -0500}, {@code +01:00} or {@code Z}. */
  private static int readOffset(byte[] text, int from, int end, TimeParts into) {
    if (from < end && text[from] == 'Z') {
      into.set(TimePart.OFFSET, 0);
      return from + 1;
    }
    if (end - from < 5 || (text[from] != '-' && text[from] != '+')) {
      return -1;
    }
    int minuteAt = text[from + 3] == ':' ? from + 4 : from + 3;
    int hours = pair(text, from + 1, end);
    int minutes = pair(text, minuteAt, end);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes >= MINUTES_OF_ZONE) {
      return -1;
    }
    int seconds = hours * 3600 + minutes * 60;
    into.set(TimePart.OFFSET, text[from] == '-' ? -seconds : seconds);
    return minuteAt + 2;
  }

  private static int pair(byte[] text, int at, int end) {
    return at + 2 <= end && Ascii.isDigit(text[at]) && Ascii.isDigit(text[at + 1])
        ? (text[at] - '0') * 10 + text[at + 1] - '0'
        : -1;
  }

  private static int readName(byte[] text, int from, int end) {
    int at = from;
    while (at < end
        && (Ascii.isLetter(text[at])
            || Ascii.isDigit(text[at])
            || text[at] == '+'
            || text[at] == '-')) {
      at++;
    }
    return at == from ? -1 : at;
  }
}
