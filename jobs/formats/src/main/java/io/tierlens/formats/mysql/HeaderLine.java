package io.tierlens.formats.mysql;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.time.SlowLogTime;

/** Reads the {@code Key: value} pairs of a header line. */
final class HeaderLine {

  /** Above it a time is an overflow of the server and no time: some 31 years. */
  private static final long LONGEST_MICROS = 1_000_000_000_999_999L;

  private static final byte[] AT = Ascii.bytes(" @ ");

  private HeaderLine() {}

  /** Takes what the line in the range tells into {@code header}. */
  static void read(byte[] text, int from, int to, Header header) {
    int i = from;
    while (i < to) {
      while (i < to && (Ascii.isBlank(text[i]) || text[i] == '#')) {
        i++;
      }
      int key = i;
      while (i < to && text[i] != ':' && !Ascii.isBlank(text[i])) {
        i++;
      }
      if (i < to && text[i] == ':') {
        i = value(text, key, i, to, header);
      }
    }
  }

  /** Takes the value behind a key and its colon; returns where the next key may begin. */
  private static int value(byte[] text, int keyFrom, int colon, int to, Header header) {
    int from = colon + 1;
    HeaderKey key = HeaderKey.of(text, keyFrom, colon);
    if (key == HeaderKey.TIME && LineKind.isQueryTimeOf323(text, keyFrom, to)) {
      key = HeaderKey.QUERY_TIME;
    }
    return switch (key) {
      case TIME -> time(text, from, to, header);
      case USER_HOST -> userAndHost(text, from, to, header);
      case SCHEMA -> schema(text, from, to, header);
      case EXPLAIN -> {
        header.extras.add(keyFrom, colon, from < to && text[from] == ' ' ? from + 1 : from, to);
        yield to;
      }
      default -> {
        int begin = Ascii.skipBlanks(text, from, to);
        int end = Ascii.endOfToken(text, begin, to);
        if (key == HeaderKey.OTHER) {
          header.extras.add(keyFrom, colon, begin, end);
        } else {
          token(key, text, begin, end, header);
        }
        yield end;
      }
    };
  }

  private static void token(HeaderKey key, byte[] text, int from, int to, Header header) {
    switch (key) {
      case QUERY_TIME -> {
        header.queryTimeKey = true;
        header.queryTime = microseconds(text, from, to);
        header.wholeSeconds = Numbers.whole(text, from, to) >= 0;
      }
      case LOCK_TIME -> header.lockTime = microseconds(text, from, to);
      case ROWS_SENT -> header.rowsSent = Numbers.whole(text, from, to);
      case ROWS_EXAMINED -> header.rowsExamined = Numbers.whole(text, from, to);
      case ROWS_AFFECTED -> header.rowsAffected = Numbers.whole(text, from, to);
      case BYTES_SENT -> header.bytesSent = Numbers.whole(text, from, to);
      case ID, THREAD_ID -> header.threadId = Numbers.whole(text, from, to);
      case LOG_SLOW_RATE_LIMIT -> header.rateLimit = Numbers.whole(text, from, to);
      case START -> {
        SlowLogTime start = new SlowLogTime();
        if (start.read(text, from, to) && start.instant()) {
          header.start = start.micros();
        }
      }
      default -> throw new IllegalArgumentException(key + " is more than a token");
    }
  }

  private static long microseconds(byte[] text, int from, int to) {
    long micros = Numbers.secondsInMicroseconds(text, from, to);
    return micros > LONGEST_MICROS ? Header.ABSENT : micros;
  }

  private static int time(byte[] text, int from, int to, Header header) {
    int end = Ascii.until(text, from, to, '#');
    header.timeLine = true;
    header.time.read(text, from, end);
    return end;
  }

  /**
   * Takes {@code user[login] @ host [address]}, any part of which may be missing. The login is the
   * name that the client gave, the other the account that it matched.
   */
  private static int userAndHost(byte[] text, int from, int to, Header header) {
    header.userLine = true;
    int at = Ascii.indexOf(text, from, to, AT);
    if (at < 0) {
      return to;
    }
    int begin = Ascii.skipBlanks(text, from, at);
    int end = Ascii.trimEnd(text, begin, at);
    int open = Ascii.until(text, begin, end, '[');
    if (open < end && text[end - 1] == ']' && open + 2 < end) {
      header.user.set(open + 1, end - 1);
    } else {
      header.user.set(begin, Ascii.trimEnd(text, begin, open));
    }
    int host = Ascii.skipBlanks(text, at + AT.length, to);
    int address = Ascii.until(text, host, to, '[');
    int close = Ascii.until(text, address, to, ']');
    int hostEnd = Ascii.trimEnd(text, host, address);
    if (host < hostEnd) {
      header.client.set(host, hostEnd);
    } else if (close < to) {
      header.client.set(address + 1, close);
    }
    return close < to ? close + 1 : to;
  }

  /**
   * Takes a database name, which may be empty and may hold single blanks. It ends at two blanks or
   * before a blank and a further key.
   */
  private static int schema(byte[] text, int from, int to, Header header) {
    header.schemaKey = true;
    int begin = from < to && text[from] == ' ' ? from + 1 : from;
    int end = begin;
    while (end < to && !endsSchema(text, end, to)) {
      end++;
    }
    header.schema.set(begin, end);
    return end;
  }

  private static boolean endsSchema(byte[] text, int i, int to) {
    if (text[i] != ' ') {
      return false;
    }
    if (i + 1 == to || text[i + 1] == ' ') {
      return true;
    }
    int key = i + 1;
    while (key < to && (Ascii.isLetter(text[key]) || text[key] == '_')) {
      key++;
    }
    return key > i + 1 && key + 1 < to && text[key] == ':' && text[key + 1] == ' ';
  }
}
