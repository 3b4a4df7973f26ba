package io.tierlens.formats.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTest {
  private final List<Reject> rejects = new ArrayList<>();
  private final Account account = new Account(rejects::add);

  @Test
  void everyHeapIsCountedOnce() {
    account.recordLine();
    account.recordLine();
    account.continuation(3);
    account.ignore("empty line");
    account.ignore("banner", 4);
    account.ignore("empty line");
    Reject reject = Reject.of(11, 5, 100, "no good", new byte[] {'x'});
    account.reject(reject);
    assertThat(account.recordLines()).isEqualTo(2);
    assertThat(account.continuationLines()).isEqualTo(3);
    assertThat(account.ignoredLines()).isEqualTo(6);
    assertThat(account.rejectedLines()).isEqualTo(5);
    assertThat(account.lines()).isEqualTo(16);
    assertThat(account.ignoredByKind()).isEqualTo(Map.of("banner", 4L, "empty line", 2L));
    assertThat(rejects).containsExactly(reject);
  }

  @Test
  void aRejectedLineKeepsItsPlaceAndItsTextUpToALimit() throws IOException {
    String text = "first\n" + "\u00e9".repeat(Reject.MAX_RAW_BYTES + 10) + "\n";
    LineReader lines = new LineReader(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    lines.next();
    lines.next();
    Reject reject = Reject.of(lines, "not good");
    assertThat(reject.line()).isEqualTo(2);
    assertThat(reject.lines()).isEqualTo(1);
    assertThat(reject.byteOffset()).isEqualTo(6);
    assertThat(reject.rawLength()).isEqualTo(Reject.MAX_RAW_BYTES + 10);
    assertThat(reject.raw()).isEqualTo("\\xe9".repeat(Reject.MAX_RAW_BYTES));
  }

  @Test
  void aLineMayBeUnreadableWhateverItsFormat() throws IOException {
    assertThat(fault("good", 10)).isEmpty();
    assertThat(fault("ba\0d", 10)).hasValue("a NUL byte at column 3");
    assertThat(fault("much too long", 5).orElseThrow()).contains("13 bytes").contains("only 5");
  }

  private static Optional<String> fault(String line, int cap) throws IOException {
    LineReader lines = new LineReader(new ByteArrayInputStream(line.getBytes(ISO_8859_1)), cap);
    lines.next();
    return LineFault.of(lines);
  }
}
