package io.tierlens.formats.xentop;

import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.FieldType;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Selection;
import java.util.List;

/**
 * A row that waits for the next one: only that can tell that two domains have the same name. It
 * keeps its own copy of all text.
 */
final class WaitingRow {
  private final LogRecord record;
  private final byte[] state = new byte[RowState.LETTERS];
  private byte[] name = new byte[64];
  private int nameLength;

  WaitingRow(Selection selection) {
    record = new LogRecord(DomainRecord.TYPE, selection);
  }

  /** Takes over what is wanted of a row, whose text ranges are given beside it. */
  void take(LogRecord row, byte[] text, int nameStart, int nameEnd, int stateStart) {
    record.clear(row.line());
    List<Field> fields = DomainRecord.TYPE.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).type() != FieldType.TEXT && !row.isNull(i)) {
        record.setLong(i, row.longAt(i));
      }
    }
    nameLength = nameEnd - nameStart;
    if (name.length < nameLength) {
      name = new byte[nameLength * 2];
    }
    System.arraycopy(text, nameStart, name, 0, nameLength);
    System.arraycopy(text, stateStart, state, 0, state.length);
    record.setText(DomainRecord.DOMAIN, name, 0, nameLength);
    record.setText(DomainRecord.STATE, state, 0, state.length);
  }

  LogRecord record() {
    return record;
  }
}
