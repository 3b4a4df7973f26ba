package io.tierlens.pipeline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

/**
 * docs/tables.md is made of the schemas. {@code mvn -pl jobs/pipeline -am test
 * -Dtierlens.bless=true} writes it anew.
 */
class TablesDocTest {

  private static final Path PAGE = Path.of("../../docs/tables.md");

  @Test
  void thePageIsThatOfTheSchemas() throws IOException {
    String page = page();
    if (Boolean.getBoolean("tierlens.bless")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Tables of the lake

            Made of `schemas/*.ddl`; do not edit. Every table is Parquet under
            `LAKE/<table>/run=<run>/part-*.zstd.parquet`, so each has a further column `run` when it
            is read as a whole. Instants are UTC in microseconds, `_us` are microseconds, `_bytes`
            bytes. What the logs do not hold is null.
            """);
    section(page, "Read from the logs", TableSchema.INGESTED);
    section(page, "Derived by attribute", TableSchema.DERIVED);
    section(page, "Compared by report, in the partition of the candidate", TableSchema.COMPARED);
    return page.toString();
  }

  private static void section(StringBuilder page, String title, List<String> tables)
      throws IOException {
    page.append("\n## ").append(title).append('\n');
    for (String table : tables) {
      String summary =
          Files.readAllLines(Path.of("../../schemas/" + table + ".ddl"))
              .get(0)
              .replaceFirst("^-- " + table + ": ", "");
      page.append("\n### ").append(table).append("\n\n");
      page.append(Character.toUpperCase(summary.charAt(0))).append(summary.substring(1));
      page.append("\n\n| column | type | meaning |\n|---|---|---|\n");
      for (StructField field : TableSchema.of(table).fields()) {
        page.append("| `")
            .append(field.name())
            .append("` | ")
            .append(field.dataType().sql().replace("|", "\\|"))
            .append(field.nullable() ? "" : ", never null")
            .append(" | ")
            .append(field.getComment().get())
            .append(" |\n");
      }
    }
  }
}
