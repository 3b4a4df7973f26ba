package io.tierlens.cli.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * docs/report-files.md is made of the tables themselves; {@code -Dtierlens.bless=true} writes it
 * anew.
 */
class ReportFilesDocTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "../../docs/report-files.md");

  @Test
  void thePageListsTheTablesAsTheyAre() throws IOException {
    String page = page();
    if (Boolean.getBoolean("tierlens.bless")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # A report for programs

            ## JSON

            `--format json` is one object of schema `tierlens-report/1`.
            [report-schema.json](report-schema.json) (JSON Schema 2020-12) has every key with its
            meaning and unit. A value that the logs do not hold is null. Keys may be added to
            version 1; none is removed or changes its meaning.

            ## CSV

            `--format csv` is one long table of six columns: section, window, run, item, measure and
            value. `--format csv --output DIR/` writes the tables below instead, a file for each, all
            with a header line. `_us` are microseconds. A value that the logs do not hold is an empty
            cell, and a text that a spreadsheet would take for a formula begins with an apostrophe.
            """);
    for (CsvTable<?> table : CsvTables.all()) {
      page.append("\n### ").append(table.name()).append(".csv\n\n");
      page.append(Character.toUpperCase(table.meaning().charAt(0)))
          .append(table.meaning().substring(1));
      page.append(".\n\n| column | meaning |\n|---|---|\n");
      for (List<String> column : table.documentation()) {
        page.append("| `%s` | %s |\n".formatted(column.get(0), column.get(1)));
      }
    }
    return page.toString();
  }
}
