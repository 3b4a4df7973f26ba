package io.tierlens.formats.apache;

import io.tierlens.formats.endpoint.EndpointRules;
import java.util.List;

/**
 * The format of a file: the one that was asked for or, if none was, that of {@link FormatNickname}
 * which the first readable line has. For one thread.
 */
final class FormatChoice {

  private record Candidate(LineScanner scanner, AccessFiller filler) {
    static Candidate of(AccessFormat format, EndpointRules rules) {
      LineScanner scanner = new LineScanner(format);
      return new Candidate(scanner, new AccessFiller(format, scanner, rules));
    }
  }

  private final List<Candidate> open;
  private Candidate chosen;

  private FormatChoice(List<Candidate> open) {
    this.open = open;
    if (open.size() == 1) {
      chosen = open.get(0);
    }
  }

  static FormatChoice of(AccessFormat format, EndpointRules rules) {
    return new FormatChoice(List.of(Candidate.of(format, rules)));
  }

  static FormatChoice ofNicknames(EndpointRules rules) {
    return new FormatChoice(
        FormatNickname.withTimings().stream()
            .map(AccessFormat::of)
            .map(format -> Candidate.of(format, rules))
            .toList());
  }

  /** Whether the line is of the format; the first one that is of any decides which. */
  boolean scan(byte[] line, int start, int end) {
    if (chosen != null) {
      return chosen.scanner().scan(line, start, end);
    }
    for (Candidate candidate : open) {
      if (candidate.scanner().scan(line, start, end)) {
        chosen = candidate;
        return true;
      }
    }
    return false;
  }

  AccessFiller filler() {
    return chosen.filler();
  }

  String reason() {
    return chosen == null
        ? "no line of common, combined or vhost_combined"
        : chosen.scanner().reason();
  }
}
