package io.tierlens.formats.record;

import io.tierlens.formats.bytes.ByteSearch;
import io.tierlens.formats.bytes.LineReader;
import java.util.Optional;

/** What makes a line unreadable in any text log, whatever its format. */
public final class LineFault {

  private LineFault() {}

  /**
   * The reason to reject the line that the reader stands on, before its format is looked at.
   *
   * @return empty for a line that is whole text
   */
  public static Optional<String> of(LineReader at) {
    if (at.damage().isPresent()) {
      return at.damage();
    }
    if (at.overlong()) {
      int kept = at.end() - at.start();
      return Optional.of(
          "a line of " + at.length() + " bytes, of which only " + kept + " are looked at");
    }
    int nul = ByteSearch.indexOf((byte) 0, at.buffer(), at.start(), at.end());
    if (nul < 0) {
      return Optional.empty();
    }
    return Optional.of("a NUL byte at column " + (nul - at.start() + 1));
  }
}
