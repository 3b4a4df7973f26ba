package io.tierlens.formats.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @Test
  void wholeNumbersOfUpToEighteenDigits() {
    Random random = new Random(1);
    for (int digits = 1; digits <= 18; digits++) {
      for (int i = 0; i < 50; i++) {
        String text = digits(random, digits);
        assertThat(whole(text)).isEqualTo(Long.parseLong(text));
      }
    }
    assertThat(whole("9".repeat(18))).isEqualTo(999_999_999_999_999_999L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1 ", " 1", "1.0", "0x1", "a", "1234567890123456789"})
  void anythingElseIsNoWholeNumber(String text) {
    assertThat(whole(text)).isEqualTo(Numbers.NOT_A_NUMBER);
  }

  @Test
  void secondsAgreeWithDecimalArithmetic() {
    Random random = new Random(2);
    for (int i = 0; i < 2000; i++) {
      String text = digits(random, 1 + random.nextInt(12));
      if (random.nextBoolean()) {
        text += "." + digits(random, 1 + random.nextInt(9));
      }
      long expected =
          new BigDecimal(text).movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact();
      assertThat(seconds(text)).as(text).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "1.", ".5", "1.2.3", "1,5", "-1.5", "1e3", "1.x", "9999999999999"})
  void anythingElseIsNoNumberOfSeconds(String text) {
    assertThat(seconds(text)).isEqualTo(Numbers.NOT_A_NUMBER);
  }

  private static String digits(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }

  private static long whole(String text) {
    byte[] bytes = ("x" + text + "7").getBytes(US_ASCII);
    return Numbers.whole(bytes, 1, bytes.length - 1);
  }

  private static long seconds(String text) {
    byte[] bytes = ("x" + text + "7").getBytes(US_ASCII);
    return Numbers.secondsInMicroseconds(bytes, 1, bytes.length - 1);
  }
}
