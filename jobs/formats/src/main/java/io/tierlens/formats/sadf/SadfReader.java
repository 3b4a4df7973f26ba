package io.tierlens.formats.sadf;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.ByteSearch;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.sysstat.SysstatBinary;
import java.util.Optional;

/** Finds out by a file's first lines in which form it is, and reads it so; see {@link Sadf}. */
final class SadfReader extends LineRecordReader {
  private static final byte[] XML = Ascii.bytes("<?xml");
  private static final String XML_REASON =
      "XML, as sadf -x or -g prints it, is not read; export with `sadf -j FILE -- -A`";

  private final SampleRows rows;
  private ExportForm form;

  SadfReader(LineReader lines, ReadOptions options, Selection selection, Account account) {
    super(lines, account);
    rows = new SampleRows(options, selection);
  }

  @Override
  protected Optional<String> wholeFault() {
    if (Ascii.startsWith(lines.buffer(), lines.start(), lines.end(), XML)) {
      return Optional.of(XML_REASON);
    }
    return SysstatBinary.reason(lines);
  }

  @Override
  protected boolean takeLine() {
    if (form == null) {
      int first = Ascii.skipBlanks(lines.buffer(), lines.start(), lines.end());
      if (first == lines.end()) {
        return ignore("blank line");
      }
      form = formOf(first);
      if (form == null) {
        return reject("not a line that sadf exports: no figures parted by ; or tabs, and no JSON");
      }
    }
    return showIfAny(form.take());
  }

  /** The form of a file whose first line of any sense is this one; null if it has none. */
  private ExportForm formOf(int first) {
    if (lines.buffer()[first] == '{') {
      return new JsonForm(lines, account, rows);
    }
    if (has(';')) {
      return new TableForm(lines, account, rows);
    }
    return has('\t') ? new MetricForm(lines, account, rows) : null;
  }

  private boolean has(char sign) {
    return ByteSearch.indexOf((byte) sign, lines.buffer(), lines.start(), lines.end()) >= 0;
  }

  @Override
  protected boolean takeFault(String reason) {
    return form == null ? reject(reason) : showIfAny(form.fault(reason));
  }

  @Override
  protected boolean showMore() {
    return form != null && showIfAny(form.more());
  }

  @Override
  protected boolean showRest() {
    return form != null && showIfAny(form.rest());
  }

  private boolean showIfAny(LogRecord record) {
    return record != null && show(record);
  }

  @Override
  public Observations observations() {
    return rows.facts().observations();
  }
}
