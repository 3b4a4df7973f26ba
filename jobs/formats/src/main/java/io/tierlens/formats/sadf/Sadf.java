package io.tierlens.formats.sadf;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.sysstat.CpuRecord;
import io.tierlens.formats.sysstat.MetricRecord;
import java.util.List;
import java.util.Optional;

/**
 * What sadf exports from a recording of sar: {@code -d} (a table a section, parted by semicolons),
 * {@code -dh} (one wide row a sample), {@code -p} (one figure a line, parted by tabs; so does the
 * {@code sar -h} of sysstat 4 and 5) and {@code -j} (JSON). The rows are those that sar's text of
 * the same recording gives: the same sections, items and names of figures.
 *
 * <p>Stamps are UTC or seconds since 1970, unless the export was made with {@code -t} or {@code
 * -T}: then they are local times of {@link ReadOptions#TIME_ZONE}. An interval ends at its stamp
 * and is as long as the row says; where that is within a second of the end of the sample before, it
 * begins there, because sadf rounds the length to seconds.
 *
 * <p>JSON tells of restarts only at its end. So the number of CPUs is that of its beginning, and
 * the first interval behind a restart can begin up to a second early.
 *
 * <p>Before sysstat 8.1.2 {@code -d} and {@code sar -H} named no columns. Of such rows only those
 * are read whose figures prove to be CPU modes, as they make up 100 percent.
 */
public final class Sadf implements LogFormat {

  public static final String KIND = "sadf";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(CpuRecord.TYPE, MetricRecord.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    return SadfSniffer.sniff(head);
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new SadfReader(lines, options, selection, account);
  }
}
