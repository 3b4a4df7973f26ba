package io.tierlens.formats.sysstat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.UnknownFormat;
import io.tierlens.formats.sadf.Sadf;
import io.tierlens.formats.sar.SarText;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A file that begins as those of sadc do, under each kind that a user may give it. */
class SysstatBinaryTest {

  /** The magic numbers of sysstat 12.6.1 and what follows them there. */
  private static final String BEGIN = "96d575210c06010050010000000000000100000001000000";

  private static final byte[] FILE = file();

  private static byte[] file() {
    byte[] begin = HexFormat.of().parseHex(BEGIN);
    byte[] file = new byte[1500];
    new Random(12).nextBytes(file);
    System.arraycopy(begin, 0, file, 0, begin.length);
    return file;
  }

  @SuppressWarnings("unused") // by the name in FieldSource
  static final List<LogFormat> FORMATS = List.of(new UnknownFormat(), new SarText(), new Sadf());

  private static void requireOneReject(Reading reading) {
    assertThat(reading.reasons()).hasSize(1);
    assertThat(reading.reasons().get(0))
        .contains("sadf -d FILE -- -A")
        .contains("sar -A -f FILE")
        .contains("version");
    assertThat(reading.rejects().get(0).line()).isEqualTo(1);
    assertThat(reading.rejects().get(0).lines()).isEqualTo(reading.lines());
    assertThat(reading.rows()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("FORMATS")
  void theWholeFileIsOneReject(LogFormat format) {
    requireOneReject(Reading.of(format, ReadOptions.NONE, FILE));
    byte[] swapped = FILE.clone();
    swapped[0] = FILE[1];
    swapped[1] = FILE[0];
    requireOneReject(Reading.of(format, ReadOptions.NONE, swapped));
    byte[] withLines = FILE.clone();
    for (int i = 20; i < withLines.length; i += 50) {
      withLines[i] = '\n';
    }
    requireOneReject(Reading.of(format, ReadOptions.NONE, withLines));
  }

  @Test
  void otherFilesThatNobodyKnowsKeepTheirReason() {
    assertThat(Reading.of(new UnknownFormat(), "a\nb\n").reasons())
        .containsExactly(
            "no known kind of log begins like this; name its kind in run.yaml if it is one");
    assertThat(Reading.of(new UnknownFormat(), "").reasons()).isEmpty();
    assertThat(LogFormats.recognise(Reading.head(FILE))).isEmpty();
  }

  @Test
  void xmlNamesTheFormThatIsRead() {
    Reading reading = Reading.of(new Sadf(), "<?xml version=\"1.0\"?>\n<sysstat>\n</sysstat>\n");
    assertThat(reading.reasons()).hasSize(1);
    assertThat(reading.reasons().get(0)).contains("sadf -j");
    assertThat(reading.account().rejectedLines()).isEqualTo(3);
  }
}
