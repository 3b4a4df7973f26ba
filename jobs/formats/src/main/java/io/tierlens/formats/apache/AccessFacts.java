package io.tierlens.formats.apache;

import io.tierlens.formats.record.Observations;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells a person what a format's times are; the lines add nothing but contradictions. */
final class AccessFacts {
  private static final String UNTIMED =
      "the log holds no durations; let the server log them: LogFormat \"%h %l %u %t \\\"%r\\\" %>s"
          + " %b \\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\" %D\" timed";
  private static final String UNTIMED_NGINX =
      "the log holds no durations; let the server log them: log_format timed '$remote_addr -"
          + " $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\""
          + " \"$http_user_agent\" $request_time';";

  private AccessFacts() {}

  static Observations of(AccessFormat format, DurationCheck durations) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("timing", timing(format));
    if (format.begin().isEmpty()) {
      facts.put("start", start(format));
    }
    if (durations.contradicts()) {
      facts.put("duration unit", durations.words());
    }
    return new Observations(facts, Map.of());
  }

  private static String timing(AccessFormat format) {
    if (format.duration() >= 0) {
      FormatToken token = format.tokens().get(format.duration());
      return "durations are " + token.text() + ", in " + unit(token);
    }
    Optional<InstantPlan> begin = format.begin();
    if (begin.isPresent() && format.end().isPresent()) {
      return "durations are " + format.end().get().words() + " less " + begin.get().words();
    }
    return format.dialect().nginx() ? UNTIMED_NGINX : UNTIMED;
  }

  private static String unit(FormatToken token) {
    return switch (token.meaning()) {
      case MICROSECONDS -> "microseconds";
      case MILLISECONDS -> "milliseconds";
      default -> "seconds";
    };
  }

  private static String start(AccessFormat format) {
    String end = format.end().orElseThrow().words();
    return format.duration() < 0
        ? "the log tells only when requests ended, by " + end + ", which stands for their start"
        : "the end of the request, "
            + end
            + ", less "
            + format.tokens().get(format.duration()).text();
  }
}
