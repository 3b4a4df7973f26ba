package io.tierlens.benchmarks;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The usual way to read an access log in Java: a regular expression for the line, one for its
 * request, a formatter for its stamp. It undoes no escapes and folds no endpoints.
 */
final class RegexAccess {

  private static final String QUOTED = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";

  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+) (\\S+) (\\S+) \\[([^\\]]+)\\] "
              + QUOTED
              + " (\\d{3}) (\\d+|-) "
              + QUOTED
              + " "
              + QUOTED
              + " (\\d+)");

  private static final Pattern REQUEST =
      Pattern.compile("(\\S+) ([^ ?]*)(?:\\?(\\S*))?(?: (HTTP/\\S+))?");

  private static final DateTimeFormatter STAMP =
      DateTimeFormat.forPattern("dd/MMM/yyyy:HH:mm:ss Z").withLocale(Locale.ENGLISH);

  private RegexAccess() {}

  private static BufferedReader lines(byte[] log) {
    return new BufferedReader(
        new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.UTF_8));
  }

  static void readAll(byte[] log, Blackhole sink) throws IOException {
    BufferedReader lines = lines(log);
    Matcher line = LINE.matcher("");
    Matcher request = REQUEST.matcher("");
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      if (!line.reset(text).matches()) {
        sink.consume(text);
        continue;
      }
      sink.consume(line.group(1));
      sink.consume(line.group(3));
      consumeTimeStatusAndDuration(line, sink);
      if (request.reset(line.group(5)).matches()) {
        for (int group = 1; group <= 4; group++) {
          sink.consume(request.group(group));
        }
      }
      sink.consume(line.group(7).equals("-") ? 0 : Long.parseLong(line.group(7)));
      sink.consume(line.group(8));
      sink.consume(line.group(9));
    }
  }

  static void readThree(byte[] log, Blackhole sink) throws IOException {
    BufferedReader lines = lines(log);
    Matcher line = LINE.matcher("");
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      if (line.reset(text).matches()) {
        consumeTimeStatusAndDuration(line, sink);
      } else {
        sink.consume(text);
      }
    }
  }

  private static void consumeTimeStatusAndDuration(Matcher line, Blackhole sink) {
    sink.consume(STAMP.parseMillis(line.group(4)));
    sink.consume(Integer.parseInt(line.group(6)));
    sink.consume(Long.parseLong(line.group(10)));
  }
}
