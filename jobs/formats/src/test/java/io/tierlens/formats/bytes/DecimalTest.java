package io.tierlens.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  private final Decimal decimal = new Decimal();

  private boolean read(String printed) {
    byte[] bytes = printed.getBytes(StandardCharsets.UTF_8);
    return decimal.read(bytes, 0, bytes.length);
  }

  @Test
  void valueIsTheDoubleNearestToWhatIsPrinted() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      int digits = 1 + random.nextInt(22);
      StringBuilder printed = new StringBuilder(random.nextBoolean() ? "-" : "");
      int point = random.nextInt(digits + 1);
      for (int d = 0; d < digits; d++) {
        if (d == point) {
          printed.append('.');
        }
        printed.append((char) ('0' + random.nextInt(10)));
      }
      assertThat(read(printed.toString())).as(printed.toString()).isTrue();
      assertThat(decimal.value())
          .as(printed.toString())
          .isEqualTo(Double.parseDouble(printed.toString()));
      assertThat(decimal.exact()).isEqualTo(digits <= 18);
    }
  }

  @Test
  void commaIsAPointToo() {
    assertThat(read("1234,50")).isTrue();
    assertThat(decimal.value()).isEqualTo(1234.5);
    assertThat(decimal.unscaled()).isEqualTo(123450);
    assertThat(decimal.decimals()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1.2.3", "1e5", "0x1f", "1 ", "12k", "--1", "nan", "1,2.3"})
  void refusesWhatIsNoNumber(String printed) {
    assertThat(read(printed)).isFalse();
  }
}
