package io.tierlens.formats.sar;

import io.tierlens.formats.bytes.Tokens;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that sar begins with: {@code Linux KERNEL (HOST) DATE _ARCH_ (N CPU)}; versions before
 * 2008 print neither of the last two.
 *
 * @param cores number of CPUs, or null if not printed
 */
record Banner(String kernel, String host, BannerDate date, String cores) {
  private static final Pattern LINE = Pattern.compile("Linux (\\S+) \\((\\S+)\\) (.+)");
  private static final Pattern CORES = Pattern.compile("\\((\\d{1,6}) CPU\\)");
  private static final Pattern ARCHITECTURE = Pattern.compile("\\s_\\S+_(\\s|$)");

  static Optional<Banner> of(Tokens tokens) {
    Matcher line = LINE.matcher(text(tokens));
    if (!line.matches()) {
      return Optional.empty();
    }
    String rest = line.group(3);
    Matcher cores = CORES.matcher(rest);
    boolean hasCores = cores.find();
    String number = hasCores ? cores.group(1) : null;
    String date = hasCores ? rest.substring(0, cores.start()) : rest;
    Matcher architecture = ARCHITECTURE.matcher(date);
    String printed = architecture.find() ? date.substring(0, architecture.start()) : date;
    return BannerDate.of(printed.strip())
        .map(when -> new Banner(line.group(1), line.group(2), when, number));
  }

  /** Whether something stands where the date should, though it may not be readable. */
  static boolean isDated(Tokens tokens) {
    return LINE.matcher(text(tokens)).matches();
  }

  /** The number of CPUs that a line such as {@code LINUX RESTART (4 CPU)} tells. */
  static Optional<String> cores(Tokens tokens) {
    Matcher cores = CORES.matcher(text(tokens));
    return cores.find() ? Optional.of(cores.group(1)) : Optional.empty();
  }

  private static String text(Tokens tokens) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.count(); i++) {
      text.append(i == 0 ? "" : " ").append(tokens.string(i));
    }
    return text.toString();
  }
}
