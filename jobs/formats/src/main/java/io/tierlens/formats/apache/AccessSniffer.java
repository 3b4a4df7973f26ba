package io.tierlens.formats.apache;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.time.DateTimeZone;

/** Tells which of the usual formats the first lines of a file have. */
final class AccessSniffer {

  /** No server answers every request within this time, so such numbers are no microseconds. */
  private static final long SHORTEST_PLAUSIBLE_US = 100;

  private AccessSniffer() {}

  static Optional<Guess> sniff(String kind, Head head) {
    List<byte[]> lines = head.filledLines();
    Trial best = null;
    for (String format : FormatNickname.withTimings()) {
      Trial trial = Trial.of(format, lines);
      if (trial.fitting > 0 && (best == null || trial.betterThan(best))) {
        best = trial;
      }
    }
    return Optional.ofNullable(best).map(trial -> trial.guess(kind, lines.size()));
  }

  /** How one format fits the lines. */
  private static final class Trial {
    private final String format;
    private int fitting;
    private int withoutLogname;
    private long longestDuration = -1;

    private Trial(String format) {
      this.format = format;
    }

    static Trial of(String format, List<byte[]> lines) {
      Trial trial = new Trial(format);
      AccessFormat parsed = AccessFormat.of(format);
      LineScanner scanner = new LineScanner(parsed, DateTimeZone.UTC);
      for (byte[] line : lines) {
        if (scanner.scan(line, 0, line.length)) {
          trial.count(parsed.tokens(), scanner, line);
        }
      }
      return trial;
    }

    private void count(List<FormatToken> tokens, LineScanner scanner, byte[] line) {
      fitting++;
      for (int i = 0; i < tokens.size(); i++) {
        TokenMeaning meaning = tokens.get(i).meaning();
        if (tokens.get(i).text().equals("%l") && scanner.isAbsent(line, i)) {
          withoutLogname++;
        } else if (meaning.column().equals("duration_us")) {
          longestDuration = Math.max(longestDuration, scanner.number(i));
        }
      }
    }

    /**
     * A line with a virtual host before it could also be one of a user with a space in the name,
     * and the other way round; but hardly any server asks for the name that {@code %l} has a place
     * for.
     */
    boolean betterThan(Trial other) {
      if (withoutLogname != other.withoutLogname) {
        return withoutLogname > other.withoutLogname;
      }
      if (fitting != other.fitting) {
        return fitting > other.fitting;
      }
      return other.implausible() && !implausible();
    }

    private boolean implausible() {
      return format.endsWith("%D")
          && longestDuration >= 0
          && longestDuration < SHORTEST_PLAUSIBLE_US;
    }

    Guess guess(String kind, int lines) {
      List<String> evidence = new ArrayList<>();
      evidence.add(fitting + " of the first " + lines + " lines are of the format " + format);
      if (format.endsWith("%D")) {
        evidence.add(
            "the number at the end is taken for %D, microseconds; the longest is "
                + longestDuration);
      } else if (format.endsWith("%T")) {
        evidence.add("the number at the end is taken for seconds");
      }
      return new Guess(kind, 100 * fitting / lines, Map.of(ReadOptions.FORMAT, format), evidence);
    }
  }
}
