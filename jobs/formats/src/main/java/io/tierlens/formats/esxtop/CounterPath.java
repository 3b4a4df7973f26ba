package io.tierlens.formats.esxtop;

import java.util.Optional;

/**
 * The name of a counter: {@code \\host\Group Cpu(28868:www)\% Used}.
 *
 * @param object {@code Group Cpu}
 * @param instance {@code 28868:www}, which may hold any sign; empty where there is none
 * @param counter {@code % Used}
 */
record CounterPath(String host, String object, String instance, String counter) {
  private static final String BEHIND_INSTANCE = ")\\";

  static Optional<CounterPath> of(String cell) {
    int behindHost = cell.startsWith("\\\\") ? cell.indexOf('\\', 2) : -1;
    if (behindHost < 0) {
      return Optional.empty();
    }
    String host = cell.substring(2, behindHost);
    String rest = cell.substring(behindHost + 1);
    int backslash = rest.indexOf('\\');
    int open = rest.indexOf('(');
    if (backslash < 0) {
      return Optional.empty();
    }
    if (open < 0 || backslash < open) {
      return Optional.of(
          new CounterPath(host, rest.substring(0, backslash), "", rest.substring(backslash + 1)));
    }
    int close = rest.lastIndexOf(BEHIND_INSTANCE);
    if (close < open) {
      return Optional.empty();
    }
    return Optional.of(
        new CounterPath(
            host,
            rest.substring(0, open),
            rest.substring(open + 1, close),
            rest.substring(close + BEHIND_INSTANCE.length())));
  }
}
