package io.tierlens.cli.report.csv;

import io.tierlens.cli.report.words.Printable;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;

/** What all CSV of the program has in common. */
public final class CsvCells {

  private CsvCells() {}

  /** Returns RFC 4180 with these columns, but lines end with a line feed. */
  public static CSVFormat format(String... header) {
    return CSVFormat.RFC4180.builder().setRecordSeparator("\n").setHeader(header).get();
  }

  /** Returns a number without an exponent; nothing for null. */
  public static String number(Number value) {
    if (value == null) {
      return "";
    }
    double d = value.doubleValue();
    return value instanceof Double && Double.isFinite(d)
        ? BigDecimal.valueOf(d).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /**
   * Returns text made harmless, and nothing for null. What a spreadsheet would take for a formula
   * is quoted as spreadsheets do.
   */
  public static String text(String text) {
    if (text == null) {
      return "";
    }
    String shown = Printable.text(text);
    return !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
  }
}
