package io.tierlens.formats.virttop;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.util.List;
import java.util.Optional;

/**
 * What virt-top writes with {@code --csv}. A line is a sample: columns of the host, then a group of
 * columns for each running domain, so lines differ in length; the header names the group once. Each
 * group becomes a {@code domain_sample}.
 *
 * <p>Samples carry a time of day only: {@link ReadOptions#START} must tell the date, and {@link
 * ReadOptions#TIME_ZONE} the zone of the clock. A time that is more than half a day before the one
 * above it is of the next day.
 *
 * <p>Figures are those of the interval. virt-top gives CPU in percent of all CPUs of the host; here
 * it is in percent of one. In the first sample that has a domain all its figures are 0 or nothing,
 * which means that nothing was measured: they are null. Network figures are the guest's, as libvirt
 * turns them to its side. There are no counters since the domain began.
 *
 * <p>The printed times are whole seconds. How long an interval was, the CPU time and the CPU share
 * of a domain tell together far better, and rates are over that length.
 */
public final class VirtTop implements LogFormat {

  public static final String KIND = "virt-top";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(DomainRecord.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    return VirtTopSniffer.sniff(head);
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new VirtTopReader(lines, options, selection, account);
  }
}
