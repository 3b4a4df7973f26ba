package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.Selection;

/** Reads an access log: one line, one record. */
final class AccessReader extends LineRecordReader {
  private final FormatChoice formats;
  private final LogRecord record;
  private final Selection selection;

  AccessReader(
      LineReader lines,
      FormatChoice formats,
      LogRecord record,
      Selection selection,
      Account account) {
    super(lines, account);
    this.formats = formats;
    this.record = record;
    this.selection = selection;
  }

  @Override
  protected boolean takeLine() {
    if (lines.start() == lines.end()) {
      return ignore("empty line");
    }
    if (!formats.scan(lines.buffer(), lines.start(), lines.end())) {
      return reject(reason());
    }
    FormatReader format = formats.chosen();
    if (!format.times().read()) {
      return reject(format.times().reason());
    }
    if (format.dummies().is(lines.buffer())) {
      return ignore("internal dummy connection");
    }
    account.recordLine();
    format.durations().look();
    if (!selection.holds(format.times().startUs())) {
      return false;
    }
    record.clear(lines.number());
    format.filler().fill(lines.buffer(), format.times());
    return show(record);
  }

  private String reason() {
    return lines.terminated()
        ? formats.reason()
        : formats.reason() + "; the file ends within this line";
  }

  @Override
  public Observations observations() {
    return formats.observations();
  }
}
