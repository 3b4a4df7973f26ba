package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Tokens;

/**
 * Finds the stamp that someone put before a line, or on a line of its own. Understood are an epoch
 * (10 digits with or without decimals, 13 digits of milliseconds), ISO 8601 with or without an
 * offset, a date and a time with or without an offset, and what {@code date} prints. Where several
 * stand together, the first that needs no zone is taken. Reused.
 */
public final class StampFinder {
  private static final long MICROS = 1_000_000;
  private static final int NONE = -1;

  /** What kind of stamp was taken. */
  public enum Form {
    EPOCH("epoch"),
    OFFSET("date and time with an offset"),
    LOCAL("date and time without an offset");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private final WallClock clock;
  private final PrintedTime text = new PrintedTime();

  private Form form;
  private long micros;
  private boolean pure;

  public StampFinder(WallClock clock) {
    this.clock = clock;
  }

  /**
   * Reads the tokens in [from, to).
   *
   * @param notBefore micros of the sample before, to tell the two passes through a repeated hour
   * @return false if no stamp is among them
   */
  public boolean read(Tokens tokens, int from, int to, long notBefore) {
    form = null;
    pure = true;
    int i = from;
    while (i < to) {
      int next = readOne(tokens, i, to, notBefore);
      if (next == NONE) {
        pure &= isLabel(tokens, i);
        next = i + 1;
      }
      i = next;
    }
    return form != null;
  }

  private int readOne(Tokens tokens, int i, int to, long notBefore) {
    text.read(tokens, i, to);
    if (text.isEpoch()) {
      take(Form.EPOCH, text.epochMicros());
      return i + 1;
    }
    int used = text.civil();
    if (used == 0) {
      return NONE;
    }
    if (text.hasOffset()) {
      take(Form.OFFSET, (text.wallSeconds() - text.offsetSeconds()) * MICROS + text.fraction());
    } else if (form == null) {
      long floor = notBefore == Long.MIN_VALUE ? notBefore : Math.floorDiv(notBefore, MICROS);
      take(Form.LOCAL, clock.instant(text.wallSeconds(), floor) * MICROS + text.fraction());
    }
    return i + used;
  }

  private void take(Form found, long instant) {
    if (form == null || (form == Form.LOCAL && found != Form.LOCAL)) {
      form = found;
      micros = instant;
    }
  }

  /** A bracketed word or a rule of signs beside a stamp tells nothing else. */
  private static boolean isLabel(Tokens tokens, int token) {
    byte first = tokens.first(token);
    if (first == '[' || first == '(') {
      return true;
    }
    for (int i = tokens.start(token); i < tokens.end(token); i++) {
      byte b = tokens.text()[i];
      if (b < 0 || Character.isLetterOrDigit(b)) {
        return false;
      }
    }
    return true;
  }

  public Form form() {
    return form;
  }

  /** The instant in microseconds since 1970-01-01T00:00:00Z. */
  public long micros() {
    return micros;
  }

  /** Whether nothing but stamps and labels stood there. */
  public boolean pure() {
    return pure;
  }
}
