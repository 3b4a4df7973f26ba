package io.tierlens.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;

/**
 * Writes access logs of format {@code combined %D}, the same one for the same seed. A few lines are
 * what real logs have beside requests: dummy connections, requests that never came, and garbage.
 */
public final class AccessLog {

  static final String FORMAT = "combined %D";

  private static final long SEED = 20_261_122;
  private static final long FIRST_SECOND = 1_795_349_800;
  private static final int BLOCK_LINES = 10_000;

  private static final DateTimeFormatter STAMP =
      DateTimeFormat.forPattern("dd/MMM/yyyy:HH:mm:ss Z")
          .withLocale(Locale.ENGLISH)
          .withZone(DateTimeZone.forOffsetHours(-5));

  private final Traffic traffic = new Traffic(SEED, FIRST_SECOND);
  private long stampedSecond;
  private String stamp;

  AccessLog() {}

  /**
   * Writes a log to a file.
   *
   * @param arguments the file, and its least size in megabytes of a million bytes
   */
  public static void main(String[] arguments) throws IOException {
    long size = Long.parseLong(arguments[1]) * 1_000_000;
    AccessLog log = new AccessLog();
    long written = 0;
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 16)) {
      while (written < size) {
        byte[] block = log.lines(BLOCK_LINES);
        out.write(block);
        written += block.length;
      }
    }
  }

  /** The next lines of the log. */
  byte[] lines(int count) {
    StringBuilder text = new StringBuilder(count * 256);
    for (int i = 0; i < count; i++) {
      appendLine(text);
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void appendLine(StringBuilder text) {
    traffic.next();
    int luck = traffic.random().nextInt(100_000);
    if (luck < 4) {
      text.append(garbage(luck)).append('\n');
    } else if (luck < 30) {
      appendStart(text, "::1", "-");
      text.append(
          "\"OPTIONS * HTTP/1.0\" 200 110 \"-\" \"Apache (internal dummy connection)\" 90\n");
    } else if (luck < 200) {
      appendStart(text, traffic.address(), "-");
      text.append("\"-\" 408 - \"-\" \"-\" 20016\n");
    } else {
      appendRequest(text, luck < 3_000 ? "ann" : "-");
    }
  }

  /** Without an open quote: a reader of CSV would take the lines behind it for its text. */
  private String garbage(int kind) {
    return switch (kind) {
      case 0 -> traffic.address() + " - - [22/Nov/2026:06:2";
      case 1 -> "\u0016\u0003\u0001";
      case 2 -> "AH00558: apache2: Could not reliably determine the server's fully qualified name";
      default -> traffic.address() + " - - " + stamp();
    };
  }

  private void appendStart(StringBuilder text, String client, String user) {
    text.append(client).append(" - ").append(user).append(" [").append(stamp()).append("] ");
  }

  private void appendRequest(StringBuilder text, String user) {
    appendStart(text, traffic.address(), user);
    text.append('"').append(traffic.method()).append(' ').append(traffic.path());
    text.append(" HTTP/1.1\" ").append(traffic.status()).append(' ');
    if (traffic.bytes() == 0) {
      text.append('-');
    } else {
      text.append(traffic.bytes());
    }
    text.append(" \"").append(traffic.referer()).append("\" \"").append(traffic.agent());
    text.append("\" ").append(traffic.durationUs()).append('\n');
  }

  private String stamp() {
    if (stamp == null || stampedSecond != traffic.second()) {
      stampedSecond = traffic.second();
      stamp = STAMP.print(new DateTime(stampedSecond * 1000, DateTimeZone.UTC));
    }
    return stamp;
  }
}
