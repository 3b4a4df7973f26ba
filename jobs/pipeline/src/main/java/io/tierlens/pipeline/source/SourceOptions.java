package io.tierlens.pipeline.source;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.record.RecordType;
import io.tierlens.pipeline.Spelling;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.run.TimeZones;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The options of a {@link LogSource}, read and checked. Their names are Spark's own where Spark has
 * one; case does not matter. A name that nobody knows is an error.
 *
 * @param paths files, folders and globs
 * @param table which of the kind's tables; {@code reject} for the lines that cannot be read
 * @param host for the column of that name; null where nobody says
 * @param pathGlobFilter pattern of file names; null for all
 * @param recursive whether folders below folders are read
 * @param partBytes the most bytes of files that one task reads, where they can be cut
 * @param read what the reader must be told
 */
record SourceOptions(
    String kind,
    List<String> paths,
    String table,
    String host,
    BadLines badLines,
    String pathGlobFilter,
    boolean recursive,
    long partBytes,
    ReadOptions read) {

  static final String PATH = "path";
  static final String PATHS = "paths";
  static final String TABLE = "table";
  static final String HOST = "host";
  static final String MODE = "mode";
  static final String COLUMN_OF_BAD_LINES = "columnNameOfCorruptRecord";
  static final String PATH_GLOB_FILTER = "pathGlobFilter";
  static final String RECURSIVE = "recursiveFileLookup";
  static final String MAX_PARTITION_BYTES = "maxPartitionBytes";

  /** Spark's setting for the same in its own sources. */
  private static final String SPARKS_COLUMN_OF_BAD_LINES = "spark.sql.columnNameOfCorruptRecord";

  private static final List<String> NAMES = names();

  private static final Map<String, BadLines.Fate> MODES =
      new TreeMap<>(
          Map.of(
              "PERMISSIVE", BadLines.Fate.ROWS,
              "DROPMALFORMED", BadLines.Fate.LEFT_OUT,
              "FAILFAST", BadLines.Fate.FAILURE));

  /**
   * Reads the options.
   *
   * @throws UserError if one is unknown or wrong; the message says which and what would be right
   */
  static SourceOptions of(LogFormat format, CaseInsensitiveStringMap options) {
    for (String name : options.asCaseSensitiveMap().keySet()) {
      if (!isOfCatalog(name) && NAMES.stream().noneMatch(known -> known.equalsIgnoreCase(name))) {
        throw wrong(format, "unknown option \"" + name + "\"; " + Spelling.hint(name, NAMES));
      }
    }
    return new SourceOptions(
        format.kind(),
        paths(options),
        table(format, options.get(TABLE)),
        options.get(HOST),
        badLines(format, options),
        options.get(PATH_GLOB_FILTER),
        flag(format, options, RECURSIVE),
        partBytes(format, options),
        readOptions(format, options));
  }

  /** What Spark's catalog adds of its own when a table is made USING one of our formats. */
  private static boolean isOfCatalog(String name) {
    return CatalogV2Util.TABLE_RESERVED_PROPERTIES().contains(name)
        || name.startsWith(TableCatalog.OPTION_PREFIX);
  }

  private static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                PATH,
                PATHS,
                TABLE,
                HOST,
                MODE,
                COLUMN_OF_BAD_LINES,
                PATH_GLOB_FILTER,
                RECURSIVE,
                MAX_PARTITION_BYTES));
    ReadOptions.NAMES.forEach(key -> names.add(optionName(key)));
    return List.copyOf(names);
  }

  /** {@code time-zone} of run.yaml is {@code timeZone} here. */
  private static String optionName(String key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) == '-') {
        i++;
        name.append(Character.toUpperCase(key.charAt(i)));
      } else {
        name.append(key.charAt(i));
      }
    }
    return name.toString();
  }

  private static List<String> paths(CaseInsensitiveStringMap options) {
    List<String> paths = new ArrayList<>();
    if (options.get(PATH) != null) {
      paths.add(options.get(PATH));
    }
    if (options.get(PATHS) != null) {
      paths.addAll(JsonTexts.read(options.get(PATHS)));
    }
    return paths;
  }

  private static String table(LogFormat format, String table) {
    List<String> tables =
        new ArrayList<>(format.recordTypes().stream().map(RecordType::table).toList());
    tables.add(RejectSplitReader.TABLE);
    if (table != null && !tables.contains(table)) {
      throw wrong(
          format, "option " + TABLE + " is \"" + table + "\"; " + Spelling.hint(table, tables));
    }
    return table == null ? tables.get(0) : table;
  }

  private static BadLines badLines(LogFormat format, CaseInsensitiveStringMap options) {
    String mode = options.getOrDefault(MODE, "PERMISSIVE");
    BadLines.Fate fate = MODES.get(mode.toUpperCase(Locale.ROOT));
    if (fate == null) {
      throw wrong(
          format,
          "option " + MODE + " is \"" + mode + "\"; " + Spelling.hint(mode, MODES.keySet()));
    }
    String column = options.get(COLUMN_OF_BAD_LINES);
    return new BadLines(
        fate,
        column == null ? SparkSession.active().conf().get(SPARKS_COLUMN_OF_BAD_LINES) : column);
  }

  private static boolean flag(LogFormat format, CaseInsensitiveStringMap options, String name) {
    String value = options.getOrDefault(name, "false");
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw wrong(format, "option " + name + " must be true or false, not \"" + value + "\"");
    }
    return Boolean.parseBoolean(value);
  }

  private static long partBytes(LogFormat format, CaseInsensitiveStringMap options) {
    String value = options.get(MAX_PARTITION_BYTES);
    if (value == null) {
      return SplitPacking.maxPartitionBytes(SparkSession.active());
    }
    if (!value.matches("[1-9][0-9]{0,17}")) {
      throw wrong(
          format,
          "option " + MAX_PARTITION_BYTES + " must be a number of bytes, not \"" + value + "\"");
    }
    return Long.parseLong(value);
  }

  private static ReadOptions readOptions(LogFormat format, CaseInsensitiveStringMap options) {
    ReadOptions read = ReadOptions.NONE;
    for (String key : ReadOptions.NAMES) {
      String value = options.get(optionName(key));
      read = value == null ? read : read.with(key, value);
    }
    read.text(ReadOptions.TIME_ZONE)
        .flatMap(TimeZones::problem)
        .ifPresent(
            problem -> {
              throw wrong(format, problem);
            });
    return read;
  }

  private static UserError wrong(LogFormat format, String problem) {
    return new UserError(format.kind() + ": " + problem);
  }
}
