package io.tierlens.formats;

import io.tierlens.formats.apache.ApacheAccess;
import io.tierlens.formats.apptiming.AppTiming;
import io.tierlens.formats.esxtop.Esxtop;
import io.tierlens.formats.interchange.InterchangeBench;
import io.tierlens.formats.interchange.InterchangeDebug;
import io.tierlens.formats.interchange.InterchangeError;
import io.tierlens.formats.interchange.InterchangeUsertrack;
import io.tierlens.formats.mysql.MysqlSlowLog;
import io.tierlens.formats.sadf.Sadf;
import io.tierlens.formats.sar.SarText;
import io.tierlens.formats.virttop.VirtTop;
import io.tierlens.formats.xentop.Xentop;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every kind of log that can be read: the registry. */
public final class LogFormats {

  private static final List<LogFormat> ALL =
      List.of(
          new ApacheAccess(),
          new InterchangeBench(),
          new InterchangeUsertrack(),
          new InterchangeError(),
          new InterchangeDebug(),
          new AppTiming(),
          new MysqlSlowLog(),
          new SarText(),
          new Sadf(),
          new Xentop(),
          new VirtTop(),
          new Esxtop());

  /**
   * Too low: a source file or a page that quotes a line of a log is taken for one. Too high: a log
   * whose messages have many lines is not recognised.
   */
  private static final int LEAST_CONFIDENCE = 10;

  private LogFormats() {}

  public static List<LogFormat> all() {
    return ALL;
  }

  public static Optional<LogFormat> ofKind(String kind) {
    return ALL.stream().filter(format -> format.kind().equals(kind)).findFirst();
  }

  /** The kind that fits the file's beginning best, if any does. */
  public static Optional<Guess> recognise(Head head) {
    return ALL.stream()
        .flatMap(format -> format.sniff(head).stream())
        .filter(guess -> guess.confidence() >= LEAST_CONFIDENCE)
        .max(Comparator.comparingInt(Guess::confidence));
  }
}
