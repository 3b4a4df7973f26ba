package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.RecordReader;
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
import org.junit.jupiter.params.provider.CsvSource;

/** What is wanted of the records changes nothing but what is shown of them. */
class AccessSelectionTest {

  private record Pass(
      List<Map<String, String>> rows, Account account, List<Long> rejected, Observations told) {

    static Pass of(String format, byte[] text, Selection selection) throws IOException {
      List<Map<String, String>> rows = new ArrayList<>();
      List<Long> rejected = new ArrayList<>();
      Account account = new Account(reject -> rejected.add(reject.line()));
      ReadOptions options = ReadOptions.NONE.with(ReadOptions.FORMAT, format);
      LineReader lines = new LineReader(new ByteArrayInputStream(text));
      try (RecordReader reader = new ApacheAccess().open(lines, options, selection, account)) {
        while (reader.next()) {
          rows.add(values(reader.record()));
        }
        return new Pass(rows, account, rejected, reader.observations());
      }
    }

    private static Map<String, String> values(LogRecord record) {
      Map<String, String> values = new TreeMap<>();
      List<Field> fields = record.type().fields();
      for (int i = 0; i < fields.size(); i++) {
        if (!record.isNull(i)) {
          String name = fields.get(i).name();
          values.put(
              name,
              switch (fields.get(i).type()) {
                case TEXT -> record.textAt(i);
                case MAP -> record.mapAt(i).toString();
                default -> String.valueOf(record.longAt(i));
              });
        }
      }
      return values;
    }

    void accountsAs(Pass other) {
      assertThat(account.recordLines()).isEqualTo(other.account.recordLines());
      assertThat(account.ignoredByKind()).isEqualTo(other.account.ignoredByKind());
      assertThat(rejected).isEqualTo(other.rejected);
      assertThat(told).isEqualTo(other.told);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "apache/access_log | combined %D",
        "apache/access_log | %h %{x}i %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{y}i\" %T",
        "apache/access_log | %{c}a %l %u %t \"%r\" %s %B \"%{X-Track}o\" \"%{User-Agent}i\" %D",
        "apache/access_rich_log | rich",
        "apache/nginx_timed.log | nginx $request_time $rest",
        "apache/nginx_json.log | {\"t\":\"$time_iso8601\",\"r\":\"$request\",\"s\":$status,$rest",
      })
  void everySelectionShowsItsPartOfTheWhole(String path, String stated) throws IOException {
    String format = stated.equals("rich") ? RecordedRichLogTest.FORMAT : stated;
    String damaged = Reading.text(path) + "noise\n\n";
    byte[] text = damaged.getBytes(UTF_8);
    Pass all = Pass.of(format, text, Selection.ALL);
    assertThat(all.rows()).isNotEmpty();
    assertThat(all.rejected()).isNotEmpty();
    List<String> names = AccessRecord.TYPE.fields().stream().map(Field::name).toList();
    List<Set<String>> selections = new ArrayList<>(List.of(Set.of()));
    names.forEach(name -> selections.add(Set.of(name)));
    Random random = new Random(9);
    for (int i = 0; i < 40; i++) {
      Set<String> some = new HashSet<>();
      names.stream().filter(name -> random.nextInt(3) == 0).forEach(some::add);
      selections.add(some);
    }
    for (Set<String> wanted : selections) {
      Pass pass = Pass.of(format, text, Selection.of(wanted));
      pass.accountsAs(all);
      List<Map<String, String>> expected = new ArrayList<>();
      for (Map<String, String> row : all.rows()) {
        Map<String, String> part = new TreeMap<>(row);
        part.keySet().retainAll(wanted);
        expected.add(part);
      }
      assertThat(pass.rows()).as(wanted.toString()).isEqualTo(expected);
    }
    betweenTimes(format, text, all);
  }

  private static void betweenTimes(String format, byte[] text, Pass all) throws IOException {
    List<Long> starts =
        all.rows().stream().map(row -> Long.valueOf(row.get("start_time"))).sorted().toList();
    long from = starts.get(starts.size() / 3);
    long to = starts.get(2 * starts.size() / 3);
    for (long[] bounds :
        new long[][] {{from, to}, {from + 1, to - 1}, {to, from - 1}, {from, Long.MAX_VALUE}}) {
      Pass pass = Pass.of(format, text, Selection.ALL.between(bounds[0], bounds[1]));
      pass.accountsAs(all);
      assertThat(pass.rows())
          .isEqualTo(
              all.rows().stream()
                  .filter(
                      row -> {
                        long start = Long.parseLong(row.get("start_time"));
                        return start >= bounds[0] && start <= bounds[1];
                      })
                  .toList());
    }
  }
}
