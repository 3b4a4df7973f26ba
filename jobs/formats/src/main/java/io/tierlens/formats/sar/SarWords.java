package io.tierlens.formats.sar;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.time.TimeOfDay;
import java.util.Set;

/**
 * The words by which lines are told apart. Column names are the same in every language; the words
 * around them are not, so as few of those as possible are known here.
 */
final class SarWords {

  /**
   * Names that a header may begin with, since the 1990s. A header behind a gap needs none of them.
   */
  private static final String[] FIRST_COLUMNS = {
    "CPU",
    "tps",
    "proc/s",
    "cswch/s",
    "INTR",
    "DEV",
    "IFACE",
    "TTY",
    "FAN",
    "TEMP",
    "IN",
    "BUS",
    "BAT",
    "PID",
    "PPID",
    "pswpin/s",
    "pgpgin/s",
    "frmpg/s",
    "kbmemfree",
    "kbswpfree",
    "kbhugfree",
    "dentunusd",
    "runq-sz",
    "call/s",
    "scall/s",
    "totsck",
    "irec/s",
    "ihdrerr/s",
    "imsg/s",
    "ierr/s",
    "active/s",
    "atmptf/s",
    "idgm/s",
    "tcp6sck",
    "irec6/s",
    "ihdrer6/s",
    "imsg6/s",
    "ierr6/s",
    "idgm6/s",
    "MBfsfree",
    "fch_rxf/s",
    "rxpck/s",
    "rxerr/s",
    "rcvin/s",
    "all",
    "rpm",
    "degC",
    "inV",
    "minflt/s",
    "%scpu-10",
    "%sio-10",
    "%smem-10"
  };

  /** Columns of free text: no figures, and the last of them may hold blanks. */
  private static final Set<String> TEXT_COLUMNS =
      Set.of("DEVICE", "idvendor", "idprod", "manufact", "product", "status");

  /** Item columns whose every item is printed once a sample. */
  private static final Set<String> UNIQUE_ITEMS = Set.of("CPU", "INTR", "TTY", "DEV", "IFACE");

  /** {@code Trung bình:} has two words, {@code Moyenne :} too where its blank is an ASCII one. */
  private static final int MAX_LABEL_TOKENS = 3;

  /** The colon of Chinese, U+FF1A. */
  private static final byte[] WIDE_COLON = {(byte) 0xef, (byte) 0xbc, (byte) 0x9a};

  /** The same in Big5. */
  private static final byte[] BIG5_COLON = {(byte) 0xa1, 'G'};

  private static final byte[] LINUX = Ascii.bytes("LINUX");
  private static final byte[] RESTART = Ascii.bytes("RESTART");
  private static final byte[] COMMENT = Ascii.bytes("COM");
  private static final byte[] BANNER = Ascii.bytes("Linux");

  /** The second and third come of dividing by nothing in old versions. */
  private static final byte[][] NOT_AVAILABLE = {
    Ascii.bytes("N/A"), Ascii.bytes("nan"), Ascii.bytes("-nan")
  };

  private static final byte[][] FIRST_COLUMN_BYTES = new byte[FIRST_COLUMNS.length][];

  static {
    for (int i = 0; i < FIRST_COLUMNS.length; i++) {
      FIRST_COLUMN_BYTES[i] = Ascii.bytes(FIRST_COLUMNS[i]);
    }
  }

  private SarWords() {}

  static boolean isFirstColumn(Tokens tokens, int token) {
    for (byte[] word : FIRST_COLUMN_BYTES) {
      if (tokens.equal(token, word)) {
        return true;
      }
    }
    return false;
  }

  static boolean isTextColumn(String name) {
    return TEXT_COLUMNS.contains(name);
  }

  static boolean isUniqueItem(String name) {
    return UNIQUE_ITEMS.contains(name);
  }

  static boolean isBanner(Tokens tokens) {
    return tokens.equal(0, BANNER);
  }

  /** The token at which {@code LINUX RESTART} begins, or -1. */
  static int restart(Tokens tokens) {
    int last = Math.min(tokens.count() - 1, 4);
    for (int i = 0; i < last; i++) {
      if (tokens.first(i) == 'L' && tokens.equal(i, LINUX) && tokens.equal(i + 1, RESTART)) {
        return i;
      }
    }
    return -1;
  }

  static boolean isComment(Tokens tokens, int token) {
    return token < tokens.count() && tokens.equal(token, COMMENT);
  }

  /** Whether the token stands for a figure that the system does not have. */
  static boolean isNotAvailable(Tokens tokens, int token) {
    if (Ascii.isDigit(tokens.first(token))) {
      return false;
    }
    for (byte[] word : NOT_AVAILABLE) {
      if (tokens.equal(token, word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the line begins with a label such as {@code Average:}, which every language has its own
   * word for, instead of a time.
   */
  static boolean isLabelled(Tokens tokens) {
    int last = Math.min(tokens.count(), MAX_LABEL_TOKENS);
    for (int i = 0; i < last; i++) {
      if (TimeOfDay.hasDigit(tokens, i)) {
        return false;
      }
      if (tokens.last(i) == ':'
          || endsWith(tokens, i, WIDE_COLON)
          || endsWith(tokens, i, BIG5_COLON)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(Tokens tokens, int token, byte[] end) {
    int at = tokens.end(token) - end.length;
    return at >= tokens.start(token) && Ascii.startsWith(tokens.text(), at, tokens.end(token), end);
  }
}
