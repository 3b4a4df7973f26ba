package io.tierlens.cli.report.csv;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.model.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.csv.CSVPrinter;

/**
 * One table of a report: a line for each of its rows, a column for each thing that is told of them.
 *
 * @param <T> what a row is of
 */
public final class CsvTable<T> {

  /**
   * A column.
   *
   * @param name as the header line has it, the unit in it
   * @param meaning for the documentation
   * @param value a number, text, a truth value, or null for nothing
   */
  private record Column<T>(String name, String meaning, Function<T, Object> value) {}

  private final String name;
  private final String meaning;
  private final Function<Report, List<T>> rows;
  private final List<Column<T>> columns = new ArrayList<>();

  private CsvTable(String name, String meaning, Function<Report, List<T>> rows) {
    this.name = requireNonNull(name, "name");
    this.meaning = requireNonNull(meaning, "meaning");
    this.rows = requireNonNull(rows, "rows");
  }

  static <T> CsvTable<T> of(String name, String meaning, Function<Report, List<T>> rows) {
    return new CsvTable<>(name, meaning, rows);
  }

  CsvTable<T> column(String column, String what, Function<T, Object> value) {
    columns.add(new Column<>(column, what, value));
    return this;
  }

  /** Returns the name of the table; its file is called so, with {@code .csv} behind it. */
  public String name() {
    return name;
  }

  /** Returns what a row is. */
  public String meaning() {
    return meaning;
  }

  /** Returns name and meaning of each column. */
  public List<List<String>> documentation() {
    return columns.stream().map(column -> List.of(column.name(), column.meaning())).toList();
  }

  /**
   * Writes the header line and a line for each row.
   *
   * @throws IOException when out does
   */
  public void write(Report report, Appendable out) throws IOException {
    String[] header = columns.stream().map(Column::name).toArray(String[]::new);
    CSVPrinter printer = new CSVPrinter(out, CsvCells.format(header));
    for (T row : rows.apply(report)) {
      printer.printRecord(columns.stream().map(column -> cell(column.value().apply(row))));
    }
    printer.flush();
  }

  private static String cell(Object value) {
    if (value instanceof Number number) {
      return CsvCells.number(number);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    return value == null ? "" : CsvCells.text(value.toString());
  }
}
