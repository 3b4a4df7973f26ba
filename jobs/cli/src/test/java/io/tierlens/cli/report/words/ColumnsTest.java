package io.tierlens.cli.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "GET /index.html, 15",
    "Käse, 4",
    "商品, 4",
    "한국어, 6",
    "ｆｕｌｌ, 8",
    "ﾊﾝｶｸ, 4",
    "░█▒, 3",
    "🛒, 2",
    "⚡, 2",
    "←, 1"
  })
  void aTextTakesTheColumnsOfItsCharacters(String text, int columns) {
    assertThat(Columns.of(text)).isEqualTo(columns);
  }

  @Test
  void marksAreDrawnOverTheCharacterBeforeThem() {
    assertThat(Columns.of("e\u0301\u20dd")).isEqualTo(1);
    assertThat(Columns.of("\u0915\u094d")).isEqualTo(1);
  }
}
