package io.tierlens.formats.xentop;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Decimal;
import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.record.LogRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The columns behind STATE as one header names them, and how a row is laid over them. */
final class DomainColumns {
  private static final int UNUSED = -1;
  private static final byte[] NAME = Ascii.bytes("NAME");
  private static final byte[] STATE = Ascii.bytes("STATE");
  private static final byte[] NO = Ascii.bytes("no");
  private static final byte[] LIMIT = Ascii.bytes("limit");
  private static final byte[] NOT_AVAILABLE = Ascii.bytes("n/a");

  /** Printed since Xen 4.0, when NETTX and NETRX changed sides as well. */
  private static final String SINCE_4_0 = "VBD_RSECT";

  private final byte[] header;
  private final String[] names;
  private final int[] fields;
  private final boolean since40;
  private final Decimal decimal = new Decimal();
  private long wrapped;

  /** The columns of a header whose NAME is token {@code name}. */
  DomainColumns(Tokens tokens, int name) {
    header = tokens.from(name);
    int first = name + 2;
    names = new String[tokens.count() - first];
    for (int i = 0; i < names.length; i++) {
      names[i] = tokens.string(first + i);
    }
    since40 = Arrays.asList(names).contains(SINCE_4_0);
    Map<String, Integer> known = fieldsByColumn(since40);
    fields = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      fields[i] = known.getOrDefault(names[i], UNUSED);
    }
  }

  private static Map<String, Integer> fieldsByColumn(boolean since40) {
    Map<String, Integer> fields = new HashMap<>();
    fields.put("CPU(sec)", DomainRecord.CPU_SECONDS);
    fields.put("CPU(%)", DomainRecord.CPU_PERCENT);
    fields.put("MEM(k)", DomainRecord.MEMORY_KIB);
    fields.put("VCPUS", DomainRecord.VCPUS);
    // Since 4.0 the figures are the host's: what its side of the interface sent came to the guest.
    fields.put("NETTX(k)", since40 ? DomainRecord.GUEST_RX_KIB : DomainRecord.GUEST_TX_KIB);
    fields.put("NETRX(k)", since40 ? DomainRecord.GUEST_TX_KIB : DomainRecord.GUEST_RX_KIB);
    fields.put("VBD_OO", DomainRecord.VBD_OO);
    fields.put("VBD_RD", DomainRecord.VBD_READS);
    fields.put("VBD_WR", DomainRecord.VBD_WRITES);
    fields.put("VBD_RSECT", DomainRecord.VBD_READ_SECTORS);
    fields.put("VBD_WSECT", DomainRecord.VBD_WRITTEN_SECTORS);
    return fields;
  }

  /** The token NAME of a header line, or -1 if the line is no header. */
  static int header(Tokens tokens) {
    for (int i = 0; i + 2 < tokens.count(); i++) {
      if (tokens.first(i) == 'N' && tokens.equal(i, NAME) && tokens.equal(i + 1, STATE)) {
        return i;
      }
    }
    return -1;
  }

  boolean hasHeader(Tokens tokens, int name) {
    return tokens.equalFrom(name, header);
  }

  boolean since40() {
    return since40;
  }

  /**
   * Reads the cells of a row into its record; null if all could be read, else what is wrong.
   *
   * @param first the token behind the row's state
   */
  String fill(LogRecord row, Tokens tokens, int first) {
    int token = first;
    for (int i = 0; i < names.length; i++) {
      if (token >= tokens.count()) {
        return "the row ends before column " + names[i];
      }
      if (isNoLimit(tokens, token)) {
        if (fields[i] != UNUSED) {
          return "column " + names[i] + " holds no number";
        }
        token++;
      } else if (!isMissing(tokens, token)) {
        if (!decimal.read(tokens.text(), tokens.start(token), tokens.end(token))) {
          return "column " + names[i] + " holds no number";
        }
        set(row, fields[i]);
      }
      token++;
    }
    return token == tokens.count() ? null : "the row has more values than its header columns";
  }

  private void set(LogRecord row, int field) {
    if (field == DomainRecord.CPU_SECONDS || field == DomainRecord.CPU_PERCENT) {
      row.setDouble(field, decimal.value());
    } else if (field != UNUSED) {
      if (!decimal.exact() || decimal.decimals() > 0 || decimal.unscaled() < 0) {
        // Some versions print a counter that fell below zero as 18446744073562662986.
        wrapped++;
      } else if (field != DomainRecord.VCPUS || decimal.unscaled() <= Integer.MAX_VALUE) {
        row.setLong(field, decimal.unscaled());
      }
    }
  }

  private static boolean isNoLimit(Tokens tokens, int token) {
    return tokens.first(token) == 'n'
        && token + 1 < tokens.count()
        && tokens.equal(token, NO)
        && tokens.equal(token + 1, LIMIT);
  }

  private static boolean isMissing(Tokens tokens, int token) {
    return (tokens.first(token) == '-' && tokens.length(token) == 1)
        || tokens.equal(token, NOT_AVAILABLE);
  }

  /** How many counters had no meaning and were left out. */
  long wrapped() {
    return wrapped;
  }
}
