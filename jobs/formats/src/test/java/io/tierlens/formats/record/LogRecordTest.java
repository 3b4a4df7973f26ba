package io.tierlens.formats.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogRecordTest {
  private static final RecordType TYPE =
      new RecordType(
          "some",
          Field.text("text"),
          Field.flag("flag"),
          Field.int32("int"),
          Field.int64("long"),
          Field.decimal("double"),
          Field.instant("time"));

  private final LogRecord record = new LogRecord(TYPE);

  @Test
  void aNewOrClearedRecordIsAllNull() {
    assertAllNull();
    record.setText(0, "x");
    record.setFlag(1, false);
    for (int i = 2; i < 6; i++) {
      record.setLong(i, 0);
      assertThat(record.isNull(i)).isFalse();
    }
    record.clear(9);
    assertAllNull();
    assertThat(record.line()).isEqualTo(9);
  }

  private void assertAllNull() {
    for (int i = 0; i < TYPE.fields().size(); i++) {
      assertThat(record.isNull(i)).isTrue();
    }
    assertThat(record.textAt(0)).isNull();
  }

  @Test
  void valuesComeBackAsSet() {
    record.clear(3);
    record.setFlag(1, true);
    record.setLong(2, Integer.MIN_VALUE);
    record.setLong(3, Long.MIN_VALUE);
    record.setDouble(4, -0.0);
    record.setLong(5, -1);
    assertThat(record.flagAt(1)).isTrue();
    assertThat(record.longAt(2)).isEqualTo(Integer.MIN_VALUE);
    assertThat(record.longAt(3)).isEqualTo(Long.MIN_VALUE);
    assertThat(Double.doubleToRawLongBits(record.doubleAt(4)))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
    assertThat(record.longAt(5)).isEqualTo(-1);
    record.setNull(3);
    assertThat(record.isNull(3)).isTrue();
    assertThat(record).hasToString("some line 3 flag=true int=-2147483648 double=-0.0 time=-1");
  }

  @Test
  void validTextIsARangeOfItsSource() {
    byte[] source = "a caf\u00e9 b".getBytes(UTF_8);
    record.setText(0, source, 2, 7);
    assertThat(record.bytesAt(0)).isSameAs(source);
    assertThat(record.startAt(0)).isEqualTo(2);
    assertThat(record.endAt(0)).isEqualTo(7);
    assertThat(record.textAt(0)).isEqualTo("caf\u00e9");
    record.setText(0, source, 2, 2);
    assertThat(record.textAt(0)).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreShown() {
    byte[] source = {'a', (byte) 0xe9, 'b', 'c'};
    record.setText(0, source, 0, 3);
    assertThat(record.textAt(0)).isEqualTo("a\\xe9b");
    assertThat(source).containsExactly('a', 0xe9, 'b', 'c');
  }

  @Test
  void fieldsAreFoundByName() {
    assertThat(TYPE.index("double")).isEqualTo(4);
    assertThat(TYPE.indexOrAbsent("none")).isEqualTo(-1);
    assertThatThrownBy(() -> TYPE.index("none")).hasMessageContaining("no field none");
    assertThatThrownBy(() -> new RecordType("t", Field.text("a"), Field.flag("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("field twice");
  }
}
