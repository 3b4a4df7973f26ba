package io.tierlens.formats.xentop;

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
 * The batch output of xentop: a header and one row a domain, over and over. Each row becomes a
 * {@code domain_sample}, whose network figures are told from the guest's side whatever the version
 * of Xen.
 *
 * <p>xentop prints no time (the oldest versions: a time of day). In this order are taken: the stamp
 * before the header, on its line or on a line of its own; {@link ReadOptions#START} and the printed
 * time of day; {@link ReadOptions#START} and {@link ReadOptions#INTERVAL}, which lets sample {@code
 * i} be at {@code start + i * interval}. All rows under a header share its time. Stamps without an
 * offset are in {@link ReadOptions#TIME_ZONE}; those of syslog, which have no year either, need
 * {@link ReadOptions#YEAR}. Without any of these all rows are rejected.
 *
 * <p>xentop sleeps after it has collected a sample, so samples come later than {@code start + i *
 * interval}, and the more so the longer it runs. By how much, the fact "interval by counters"
 * tells, where some domain used enough CPU time: its counter of seconds grew by its shares times
 * the true interval.
 *
 * <p>Rates are differences of the counters over the interval: null in the first sample of a domain,
 * behind a counter that fell or has no meaning, and where the interval has no length. Xen 4.13 to
 * 4.15 print wrong figures as VBD_RSECT, and nothing in the dump tells which version printed it.
 *
 * <p>With {@code -r} a header stands before each domain; they are one sample as long as their names
 * go up. Two domains whose names were cut to the same ten letters cannot be told apart: both rows
 * stay, less CPU and rates, and a fact names them.
 */
public final class Xentop implements LogFormat {

  public static final String KIND = "xentop";

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
    return XentopSniffer.sniff(head);
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new XentopReader(lines, options, selection, account);
  }
}
