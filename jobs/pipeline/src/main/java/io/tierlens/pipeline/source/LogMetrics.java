package io.tierlens.pipeline.source;

import io.tierlens.formats.record.Account;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What a scan shows in Spark's interface beside the number of its rows. */
public final class LogMetrics {
  private static final String LINES = "logLines";
  private static final String REJECTED = "rejectedLogLines";
  private static final String IGNORED = "ignoredLogLines";
  private static final String BYTES = "logBytes";

  private LogMetrics() {}

  static CustomMetric[] all() {
    return new CustomMetric[] {
      new Lines(), new RejectedLines(), new IgnoredLines(), new StoredBytes()
    };
  }

  /** What has been counted so far by a task. */
  static final class Counts {
    private long lines;
    private long rejected;
    private long ignored;

    /** Adds what a slice that has been read had in it. */
    void add(Account account) {
      lines += account.lines();
      rejected += account.rejectedLines();
      ignored += account.ignoredLines();
    }

    /**
     * As Spark wants it.
     *
     * @param current of the slice that is being read, or null
     */
    CustomTaskMetric[] values(Account current, long bytes) {
      return new CustomTaskMetric[] {
        new Value(LINES, lines + (current == null ? 0 : current.lines())),
        new Value(REJECTED, rejected + (current == null ? 0 : current.rejectedLines())),
        new Value(IGNORED, ignored + (current == null ? 0 : current.ignoredLines())),
        new Value(BYTES, bytes)
      };
    }
  }

  private record Value(String name, long value) implements CustomTaskMetric {}

  /** Lines that were read. Public, with a constructor, as Spark makes one itself. */
  public static final class Lines extends CustomSumMetric {
    @Override
    public String name() {
      return LINES;
    }

    @Override
    public String description() {
      return "lines of logs";
    }
  }

  /** Lines that could not be read. */
  public static final class RejectedLines extends CustomSumMetric {
    @Override
    public String name() {
      return REJECTED;
    }

    @Override
    public String description() {
      return "lines of logs, rejected";
    }
  }

  /** Lines that hold no record. */
  public static final class IgnoredLines extends CustomSumMetric {
    @Override
    public String name() {
      return IGNORED;
    }

    @Override
    public String description() {
      return "lines of logs, ignored";
    }
  }

  /** Bytes of files, as stored. */
  public static final class StoredBytes extends CustomSumMetric {
    @Override
    public String name() {
      return BYTES;
    }

    @Override
    public String description() {
      return "bytes of logs, as stored";
    }
  }
}
