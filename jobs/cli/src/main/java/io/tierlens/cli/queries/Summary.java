package io.tierlens.cli.queries;

import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.pipeline.queries.ClassOrder;
import io.tierlens.pipeline.queries.DatabaseTier;
import io.tierlens.pipeline.queries.LogExtent;
import io.tierlens.pipeline.queries.Measures;
import io.tierlens.pipeline.queries.QueryDigest;
import io.tierlens.pipeline.queries.TimeRange;
import java.util.ArrayList;
import java.util.List;

/** What a digest says as a whole, and what it leaves out. */
final class Summary {

  /** Starts that are known better than this need no remark. */
  private static final long FINE_SLACK_US = 1_000;

  private final ZonedDigest zoned;
  private final QueryDigest digest;
  private final Moments moments;

  Summary(ZonedDigest zoned) {
    this.zoned = zoned;
    this.digest = zoned.digest();
    this.moments = new Moments(zoned.timeZone());
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    range(sentences);
    if (digest.all() == null) {
      sentences.add(nothing());
    } else {
      amount(digest.all(), sentences);
      threshold(sentences);
      sampling(sentences);
    }
    untimed(sentences);
    unreadable(sentences);
    attribution(sentences);
    return sentences;
  }

  /** What the classes are ranked by, as a heading has it. */
  static String orderWords(ClassOrder order) {
    return switch (order) {
      case TOTAL -> "total time";
      case COUNT -> "number of statements";
      case MEAN -> "mean time";
      case MAX -> "longest time";
      case P95 -> "95 percent quantile of the time";
      case LOCK -> "time spent waiting for locks";
      case ROWS_EXAMINED -> "rows examined";
    };
  }

  private void range(List<String> sentences) {
    TimeRange range = digest.range();
    if (!range.bounded()) {
      return;
    }
    String from = range.since() == null ? "" : " at " + moments.text(range.since()) + " or later";
    String to = range.until() == null ? "" : " before " + moments.text(range.until());
    sentences.add(
        "Only entries that began"
            + from
            + (from.isEmpty() || to.isEmpty() ? "" : " and")
            + to
            + "; times without a zone are those of "
            + zone()
            + ".");
  }

  private String zone() {
    return zoned.timeZone()
        + switch (zoned.timeZoneSource()) {
          case OPTION -> ", as --time-zone says";
          case RUN -> ", the zone of the run's slow log";
          case DEFAULT -> ", because no zone is stated; --time-zone names one";
        };
  }

  private String nothing() {
    LogExtent extent = digest.extent();
    if (extent.entries() == 0) {
      return digest.run() == null
          ? "There is no entry in it."
          : "There are no entries of a slow log in this run.";
    }
    return "None of the "
        + Figures.count(extent.entries())
        + " entries is left"
        + (extent.oldest() == null
            ? "."
            : ": they began from "
                + moments.text(extent.oldest())
                + " to "
                + moments.text(extent.newest())
                + ".");
  }

  private void amount(Measures all, List<String> sentences) {
    sentences.add(
        counted(all.entries(), "entry", "entries")
            + " of "
            + counted(digest.fingerprints(), "fingerprint", "fingerprints")
            + (digest.commands() == 0
                ? ""
                : " and "
                    + counted(digest.commands(), "administrator command", "administrator commands"))
            + ", "
            + Amounts.duration(all.totalUs())
            + " in the database together; mean "
            + Amounts.duration(all.meanUs())
            + ", longest "
            + Amounts.duration(all.maxUs())
            + ".");
    if (all.firstTime() == null || all.lastTime() == null) {
      return;
    }
    sentences.add(
        "From "
            + moments.text(all.firstTime())
            + " to "
            + moments.text(all.lastTime())
            + (digest.range().bounded() ? "" : " (" + zone() + ")")
            + (all.startSlackUs() > FINE_SLACK_US
                ? "; an entry can have begun up to "
                    + Amounts.duration(all.startSlackUs())
                    + " later than told"
                : "")
            + "."
            + (digest.concurrency() == null
                ? ""
                : " In that time "
                    + Figures.cores(digest.concurrency())
                    + " of the logged statements were at work at once on average."));
  }

  private void threshold(List<String> sentences) {
    sentences.add(
        "The shortest entry of the log took "
            + Amounts.duration(digest.extent().shortestUs())
            + ". Statements that the server's threshold kept out of the log are not in here, so counts"
            + " and times are lower bounds.");
    if (digest.extent().timeErrorUs() > 0) {
      sentences.add(
          "The log tells times in whole seconds: that of an entry may be off by "
              + Amounts.duration(digest.extent().timeErrorUs())
              + " either way.");
    }
  }

  private void sampling(List<String> sentences) {
    if (digest.sampledEntries() > 0) {
      sentences.add(
          "The server logged a sample (Log_slow_rate_limit up to "
              + Figures.count(digest.rateLimit())
              + "): "
              + counted(digest.sampledEntries(), "entry stands", "entries stand")
              + " for more than one statement each. Counts, times and rows are multiplied by it: "
              + Figures.count(digest.all().statements())
              + " statements.");
    }
  }

  private void untimed(List<String> sentences) {
    long untimed = digest.extent().untimed();
    if (untimed > 0) {
      sentences.add(
          "For "
              + counted(untimed, "entry", "entries")
              + " the log tells no time"
              + (digest.range().bounded()
                  ? "; --since and --until left them out."
                  : "; counted, but not in the range of time."));
    }
  }

  private void unreadable(List<String> sentences) {
    long unreadable = digest.extent().unreadable();
    if (unreadable > 0) {
      sentences.add(
          "Not in here, because it could not be read: "
              + (digest.run() == null
                  ? counted(unreadable, "piece", "pieces")
                      + " of the logs; tierlens inspect tells why."
                  : counted(unreadable, "line", "lines") + "; table reject tells why."));
    }
  }

  private void attribution(List<String> sentences) {
    DatabaseTier tier = digest.databaseTier();
    if (tier != null) {
      sentences.add(requestTime(tier));
    }
    if (digest.noRequestShare() != null) {
      sentences.add(
          Figures.share(digest.noRequestShare())
              + " of the time is tied to no request"
              + (digest.level() == null
                  ? "."
                  : "; the rest was tied by level " + digest.level() + " (see query_assignment)."));
    } else if (digest.run() != null && digest.all() != null) {
      sentences.add(
          "The endpoints that the queries belong to are told once the run is attributed, which"
              + " tierlens attribute does.");
    }
  }

  private static String requestTime(DatabaseTier tier) {
    double size = tier.meanUs() != null ? tier.meanUs() : tier.lowUs() != null ? tier.lowUs() : 0;
    Figures figures = new Figures(DurationUnit.fitting(size));
    String interval = figures.interval(tier.lowUs(), tier.highUs());
    return "Over the whole run a request spends "
        + (tier.meanUs() == null
            ? (interval.isEmpty() ? "an unknown time" : interval)
            : figures.duration(tier.meanUs()) + (interval.isEmpty() ? "" : " (" + interval + ")"))
        + " in the database on average, by the attribution of "
        + counted(tier.requests(), "request", "requests")
        + (tier.share() == null ? "." : ": " + Figures.share(tier.share()) + " of its time.");
  }

  private static String counted(long count, String one, String many) {
    return Figures.count(count) + " " + (count == 1 ? one : many);
  }
}
