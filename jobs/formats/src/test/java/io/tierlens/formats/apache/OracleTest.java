package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import io.tierlens.formats.apache.OracleChoice.Difference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every field of random lines, hostile ones among them, is what another parser finds. */
class OracleTest {

  /** Few enough for some seconds, as the other parser is slow. */
  private static final int LINES = 500;

  private static final String COMBINED =
      "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"";

  /** Of the manual of httpd, of Debian and of Red Hat, and of nginx. */
  private static final List<String> FORMATS =
      List.of(
          "%h %l %u %t \"%r\" %>s %b",
          "%v %h %l %u %t \"%r\" %>s %b",
          COMBINED,
          COMBINED + " %D",
          COMBINED + " %I %O",
          "%h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"",
          "%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"",
          "%{sec}t.%{usec_frac}t %{UNIQUE_ID}e %P %h %m \"%U\" %>s %I %O %D %X",
          "%a %{c}a %{usec}t %H %>s %B %T \"%{Host}i\"",
          "%h %t %{ms}T \"%r\"",
          FormatNickname.NGINX.format());

  private final Map<OracleChoice, Integer> chosen = new EnumMap<>(OracleChoice.class);
  private final List<String> unexplained = new ArrayList<>();
  private int compared;

  @Test
  void everyFieldAgreesButForTheChoices() {
    FORMATS.forEach(this::compare);
    assertThat(unexplained).isEmpty();
    assertThat(chosen.keySet()).as("choices still needed").containsExactly(OracleChoice.values());
    assertThat(compared).isGreaterThan(FORMATS.size() * LINES * 3);
  }

  private void compare(String format) {
    List<OracleToken> tokens = OracleToken.of(format);
    Set<String> names =
        tokens.stream()
            .flatMap(token -> token.fields().stream())
            .map(OracleToken.Field::theirs)
            .collect(Collectors.toCollection(TreeSet::new));
    OracleParser other = new OracleParser(format, names);
    List<String> lines = lines(format, tokens, new Random(format.hashCode()));
    Reading reading =
        Reading.of(
            new ApacheAccess(),
            ReadOptions.NONE.with(ReadOptions.FORMAT, format),
            (String.join("\n", lines) + "\n").getBytes(UTF_8));
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.rows()).hasSize(LINES);
    for (int i = 0; i < LINES; i++) {
      Row row = reading.rows().get(i);
      Optional<Map<String, String>> theirs = other.parse(lines.get(i));
      if (theirs.isEmpty()) {
        explain(format, row, Difference.WHOLE_LINE, row.text("user"), null, lines.get(i));
        continue;
      }
      for (OracleToken token : tokens) {
        for (OracleToken.Field field : token.fields()) {
          String ours = field.ours().apply(row);
          String found = theirs.get().get(field.theirs());
          compared++;
          if (!Objects.equals(ours, found)) {
            explain(format, row, field.theirs(), ours, found, lines.get(i));
          }
        }
      }
    }
  }

  private void explain(
      String format, Row row, String field, String ours, String theirs, String line) {
    String method = row.containsKey("method") ? row.text("method") : "";
    Difference found = new Difference(format.startsWith("$"), field, ours, theirs, method, line);
    for (OracleChoice choice : OracleChoice.values()) {
      if (choice.explains(found)) {
        chosen.merge(choice, 1, Integer::sum);
        return;
      }
    }
    unexplained.add(found.toString());
  }

  private static List<String> lines(String format, List<OracleToken> tokens, Random random) {
    List<String> lines = new ArrayList<>();
    while (lines.size() < LINES) {
      String line = format;
      // In two steps, as a value may look like a token.
      for (int i = 0; i < tokens.size(); i++) {
        line = line.replace(tokens.get(i).text(), "\u0001" + i + "\u0002");
      }
      for (int i = 0; i < tokens.size(); i++) {
        line = line.replace("\u0001" + i + "\u0002", tokens.get(i).logged().apply(random));
      }
      lines.add(line);
    }
    return lines;
  }
}
