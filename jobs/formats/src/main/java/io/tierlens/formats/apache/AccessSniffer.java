package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.time.DateTimeZone;

/**
 * Tells which of the usual formats the first lines of a file have, and what stands behind it. The
 * lines are read once or twice for each usual format, whatever may stand behind.
 */
final class AccessSniffer {
  private static final String REST = " %{rest}n";

  private AccessSniffer() {}

  static Optional<Guess> sniff(String kind, Head head) {
    List<byte[]> lines = head.filledLines();
    Trial best = null;
    for (FormatNickname nickname : FormatNickname.tried()) {
      Trial trial = new Trial(nickname, lines);
      if (trial.fitting > 0 && (best == null || trial.betterThan(best))) {
        best = trial;
      }
    }
    return Optional.ofNullable(best).map(trial -> trial.guess(kind, lines.size()));
  }

  /** How one format fits the lines. */
  private static final class Trial {
    private final List<List<String>> tails = new ArrayList<>();
    private final List<Long> bodyBytes = new ArrayList<>();
    private final TailGuess tail;
    private final String format;
    private int withoutLogname;
    private int fitting;

    Trial(FormatNickname nickname, List<byte[]> lines) {
      Scan plain = new Scan(nickname.nick());
      Scan withTail = new Scan(nickname.nick() + REST);
      for (byte[] line : lines) {
        if (plain.fits(line)) {
          count(plain, line, "");
        } else if (withTail.fits(line)) {
          count(withTail, line, withTail.last(line));
        }
      }
      List<TailColumn> columns = TailColumn.of(tails);
      List<Long> bytes = new ArrayList<>();
      for (int i = 0; i < tails.size(); i++) {
        if (tails.get(i).size() == columns.size()) {
          bytes.add(bodyBytes.get(i));
        }
      }
      boolean mayBeNginx = nickname != FormatNickname.VHOST_COMBINED;
      tail = new TailGuess(columns, bytes, mayBeNginx);
      String usual = tail.nginx() ? nickname.asNginx() : nickname.nick();
      format = usual + tail.format();
      Scan all = new Scan(format);
      fitting = (int) lines.stream().filter(all::fits).count();
    }

    private void count(Scan scan, byte[] line, String rest) {
      tails.add(TailColumn.words(rest));
      bodyBytes.add(scan.bodyBytes());
      withoutLogname += scan.isWithoutLogname(line) ? 1 : 0;
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
      return tail.unknown() < other.tail.unknown();
    }

    Guess guess(String kind, int lines) {
      List<String> evidence = new ArrayList<>();
      evidence.add(fitting + " of the first " + lines + " lines are of the format " + format);
      evidence.addAll(tail.evidence());
      return new Guess(kind, 100 * fitting / lines, Map.of(ReadOptions.FORMAT, format), evidence);
    }
  }

  /** Scans lines by one format. */
  private static final class Scan {
    private final LineScanner scanner;
    private final int logname;
    private final int bodyBytes;
    private final int last;

    Scan(String format) {
      AccessFormat parsed = AccessFormat.of(format);
      scanner = new LineScanner(parsed, DateTimeZone.UTC);
      List<String> names = parsed.tokens().stream().map(FormatToken::text).toList();
      logname = names.indexOf("%l");
      bodyBytes = parsed.token(TokenMeaning.BODY_BYTES);
      last = names.size() - 1;
    }

    boolean fits(byte[] line) {
      return scanner.scan(line, 0, line.length);
    }

    boolean isWithoutLogname(byte[] line) {
      return scanner.isAbsent(line, logname);
    }

    long bodyBytes() {
      return bodyBytes < 0 ? -1 : Math.max(scanner.number(bodyBytes), -1);
    }

    String last(byte[] line) {
      int start = scanner.start(last);
      return new String(line, start, scanner.end(last) - start, ISO_8859_1);
    }
  }
}
