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
 * offset are in {@link ReadOptions#TIME_ZONE}. Without any of these all rows are rejected.
 *
 * <p>With {@code -r} a header stands before each domain; they are one sample as long as their names
 * go up. Two domains whose names were cut to the same ten letters cannot be told apart.
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
    return new XentopReader(lines, options, account);
  }
}
