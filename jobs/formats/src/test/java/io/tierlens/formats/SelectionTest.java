package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is asked for of records changes what comes, and nothing of where the lines went. */
class SelectionTest {

  /** Kinds whose readers have a test of their own that goes further. */
  private static final Set<String> TESTED = Set.of("apache-access", "mysql-slow-log");

  @SuppressWarnings("unused") // by the name in FieldSource
  static final List<Sample> SAMPLES =
      Sample.ALL.stream().filter(sample -> !TESTED.contains(sample.kind())).toList();

  private record Selected(List<Row> rows, List<Long> lines, Map<String, Long> ignored) {}

  private static Selected read(Sample sample, Selection selection) throws IOException {
    List<Row> rows = new ArrayList<>();
    Account account = new Account(reject -> {});
    LineReader lines = new LineReader(new ByteArrayInputStream(sample.bytes()));
    try (RecordReader reader = sample.format().open(lines, sample.options(), selection, account)) {
      while (reader.next()) {
        rows.add(Row.of(reader.record()));
      }
    }
    return new Selected(
        rows,
        List.of(account.recordLines(), account.continuationLines(), account.rejectedLines()),
        account.ignoredByKind());
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void aTableThatIsNotWantedMayBeLeftOut(Sample sample) throws IOException {
    Selected all = read(sample, Selection.ALL);
    for (RecordType type : sample.format().recordTypes()) {
      Selected some = read(sample, Selection.ALL.ofTable(type.table()));
      assertThat(some.lines()).isEqualTo(all.lines());
      assertThat(some.ignored()).isEqualTo(all.ignored());
      assertThat(some.rows().stream().filter(row -> isOf(row, type)).toList())
          .isEqualTo(all.rows().stream().filter(row -> isOf(row, type)).toList());
    }
  }

  private static boolean isOf(Row row, RecordType type) {
    return type.table().equals(row.get("table"));
  }

  /** What a selection's bounds are held against. */
  private static long time(Row row) {
    return row.whole(row.containsKey("interval_end") ? "interval_end" : "start_time");
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void aSelectionTakesPartsOfTheRowsAndOfTheFields(Sample sample) throws IOException {
    Selected all = read(sample, Selection.ALL);
    List<Long> times = all.rows().stream().map(SelectionTest::time).sorted().toList();
    Random random = new Random(9);
    boolean left = false;
    for (int round = 0; round < 50; round++) {
      Set<String> fields = new HashSet<>();
      sample.format().recordTypes().stream()
          .flatMap(type -> type.fields().stream())
          .map(Field::name)
          .filter(name -> random.nextInt(3) == 0)
          .forEach(fields::add);
      long from = times.get(random.nextInt(times.size()));
      long to = from + random.nextInt(5) * 1_000_000L;
      Selected some = read(sample, Selection.of(fields).between(from, to));
      assertThat(some.lines()).isEqualTo(all.lines());
      assertThat(some.ignored()).isEqualTo(all.ignored());
      List<Map<String, Object>> expected = new ArrayList<>();
      for (Row row : all.rows()) {
        if (time(row) >= from && time(row) <= to) {
          Map<String, Object> kept = new TreeMap<>(row);
          kept.keySet()
              .removeIf(name -> !fields.contains(name) && !Set.of("table", "line").contains(name));
          expected.add(kept);
        }
      }
      left |= expected.size() < all.rows().size();
      assertThat(some.rows()).hasSize(expected.size()).isNotEmpty();
      for (int i = 0; i < expected.size(); i++) {
        assertThat(new TreeMap<>(some.rows().get(i))).isEqualTo(expected.get(i));
      }
    }
    assertThat(left).isTrue();
  }
}
