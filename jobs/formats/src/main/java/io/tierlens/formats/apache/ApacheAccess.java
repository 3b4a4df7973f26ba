package io.tierlens.formats.apache;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.RecordStart;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.util.List;
import java.util.Optional;

/**
 * Access logs of Apache httpd, of nginx and of servers that write the same text. The option {@link
 * ReadOptions#FORMAT} takes the LogFormat string of httpd.conf, the log_format of nginx.conf, a
 * whole directive of either, or a nickname (common, combined, vhost_combined, combinedio, nginx) to
 * which further tokens may be added: {@code combined %D}, {@code nginx $request_time}. {@link
 * ReadOptions#DURATION_UNIT} says what {@code %D} counts, {@link ReadOptions#TIME_ZONE} what times
 * without an offset mean, {@link ReadOptions#ENDPOINTS} has names for endpoints. Without a format
 * the first lines of the file tell it, as far as it can be told.
 */
public final class ApacheAccess implements LogFormat {

  @Override
  public String kind() {
    return "apache-access";
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(AccessRecord.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    return AccessSniffer.sniff(kind(), head);
  }

  @Override
  public ReadOptions settle(Head head, ReadOptions stated) {
    if (stated.text(ReadOptions.FORMAT).isPresent()) {
      return stated;
    }
    return sniff(head)
        .map(guess -> guess.options().get(ReadOptions.FORMAT))
        .map(format -> stated.with(ReadOptions.FORMAT, format))
        .orElse(stated);
  }

  @Override
  public Optional<RecordStart> recordStart() {
    return Optional.of(RecordStart.EVERY_LINE);
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    LogRecord record = new LogRecord(AccessRecord.TYPE, selection);
    FormatChoice formats = FormatChoice.of(options, record);
    return new AccessReader(lines, formats, record, selection, account);
  }
}
