package io.tierlens.formats.apache;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import java.util.List;

/**
 * The format of a file: the one that was asked for or, if none was, that of {@link FormatNickname}
 * which the first readable line has. For one thread.
 */
final class FormatChoice {
  private final List<FormatReader> open;
  private FormatReader chosen;

  private FormatChoice(List<FormatReader> open) {
    this.open = open;
    if (open.size() == 1) {
      chosen = open.get(0);
    }
  }

  /**
   * The choice that the options leave.
   *
   * @param record is filled by the chosen one
   * @throws IllegalArgumentException if an option is wrong
   */
  static FormatChoice of(ReadOptions options, LogRecord record) {
    return new FormatChoice(
        options
            .text(ReadOptions.FORMAT)
            .map(List::of)
            .orElseGet(FormatNickname::withTimings)
            .stream()
            .map(format -> FormatReader.of(format, options, record))
            .toList());
  }

  /** Whether the line is of the format; the first one that is of any decides which. */
  boolean scan(byte[] line, int start, int end) {
    if (chosen != null) {
      return chosen.scanner().scan(line, start, end);
    }
    for (FormatReader candidate : open) {
      if (candidate.scanner().scan(line, start, end)) {
        chosen = candidate;
        return true;
      }
    }
    return false;
  }

  FormatReader chosen() {
    return chosen;
  }

  String reason() {
    return chosen == null
        ? "no line of common, combined or vhost_combined"
        : chosen.scanner().reason();
  }

  Observations observations() {
    return chosen == null ? Observations.NONE : chosen.observations();
  }
}
