package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values written as Apache writes them come back as they were. */
class RandomAccessLinesTest {
  private static final String FORMAT =
      "%h %l %u %t \"%m\" \"%U\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %D %{UNIQUE_ID}e";

  @Test
  void whatIsWrittenIsRead() {
    Random random = new Random(42);
    StringBuilder log = new StringBuilder();
    List<Map<String, Object>> written = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      Map<String, Object> values = new java.util.TreeMap<>();
      values.put("client", "192.0.2." + random.nextInt(256));
      values.put("user", text(random).replace(" [", "["));
      values.put("path", "/" + text(random));
      values.put("status", 100 + random.nextInt(500));
      values.put("response_bytes", (long) random.nextInt(3) * random.nextInt(100_000));
      values.put("referer", text(random));
      values.put("user_agent", text(random));
      values.put("duration_us", (long) random.nextInt());
      values.put("request_id", "id" + i);
      log.append(values.get("client"))
          .append(" - ")
          .append(escaped(values.get("user")))
          .append(" [22/Nov/2026:06:20:31 -0500] \"GET\" \"")
          .append(escaped(values.get("path")))
          .append("\" ")
          .append(values.get("status"))
          .append(' ')
          .append(values.get("response_bytes").equals(0L) ? "-" : values.get("response_bytes"))
          .append(" \"")
          .append(escaped(values.get("referer")))
          .append("\" \"")
          .append(escaped(values.get("user_agent")))
          .append("\" ")
          .append(values.get("duration_us"))
          .append(' ')
          .append(values.get("request_id"))
          .append('\n');
      values.values().removeIf(value -> value instanceof Long l && l < 0);
      written.add(values);
    }
    Reading reading =
        Reading.of(
            new ApacheAccess(),
            ReadOptions.NONE.with(ReadOptions.FORMAT, FORMAT),
            log.toString().getBytes(ISO_8859_1));
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.rows()).hasSameSizeAs(written);
    for (int i = 0; i < written.size(); i++) {
      assertThat(reading.rows().get(i)).containsAllEntriesOf(written.get(i));
      assertThat(reading.rows().get(i).containsKey("duration_us"))
          .isEqualTo(written.get(i).containsKey("duration_us"));
    }
  }

  private static String text(Random random) {
    String[] pieces = {
      "a", "B7", " ", "\"", "\\", "\n", "\t", "\u0001", "\u00e9", "\u20ac", "-", "]", "%"
    };
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  /** What Apache 2.0.49 and later do to a value, one ISO 8859-1 character a byte. */
  private static String escaped(Object value) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : value.toString().getBytes(UTF_8)) {
      switch (b) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case '\t' -> escaped.append("\\t");
        default -> {
          if (b < 0x20) {
            escaped.append(String.format("\\x%02x", b & 0xff));
          } else {
            escaped.append((char) b);
          }
        }
      }
    }
    return escaped.toString();
  }
}
