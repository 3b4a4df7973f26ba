package io.tierlens.formats;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of a table as its DDL file states them.
 *
 * @param types by column name: {@code BIGINT}
 */
record Schema(String table, Map<String, String> types, List<String> required) {

  private static final Path FOLDER = Path.of("..", "..", "schemas");
  private static final Pattern COLUMN =
      Pattern.compile("(?m)^(\\w+) (MAP<STRING, STRING>|\\w+)(.*? NOT NULL)?");
  private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

  static Schema of(String table) {
    return READ.computeIfAbsent(table, Schema::read);
  }

  private static Schema read(String table) {
    Map<String, String> types = new LinkedHashMap<>();
    List<String> required = new java.util.ArrayList<>();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve(table + ".ddl"))) {
        String declaration = line.replaceFirst(" COMMENT '.*", "");
        Matcher column = COLUMN.matcher(declaration);
        if (!line.startsWith("--") && column.find()) {
          types.put(column.group(1), column.group(2));
          if (column.group(3) != null) {
            required.add(column.group(1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Schema(table, types, List.copyOf(required));
  }

  /** The columns that may not be null, of those that records of this type have. */
  List<String> requiredOf(RecordType type) {
    return required.stream()
        .filter(type.fields().stream().map(Field::name).toList()::contains)
        .toList();
  }
}
