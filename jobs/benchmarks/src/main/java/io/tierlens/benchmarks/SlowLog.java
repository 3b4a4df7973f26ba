package io.tierlens.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes slow query logs, the same one for the same seed: parts of MySQL 8.0, of Percona Server
 * with all its statistics, and of MariaDB, one after the other, as if the logs of three busy
 * servers had been put together.
 */
public final class SlowLog {

  private static final long SEED = 20_261_123;
  private static final long FIRST_SECOND = 1_795_349_800;

  /** Too few: banners, which no server writes so often, make up the log. */
  private static final int PART_ENTRIES = 5_000;

  private final Random random = new Random(SEED);
  private final SqlStatements statements = new SqlStatements(random);
  private final SlowLogHeader header = new SlowLogHeader(random, FIRST_SECOND);
  private int server;

  SlowLog() {}

  /**
   * Writes a log to a file, and prints how many entries it has, and how many of them are
   * administrator commands.
   *
   * @param arguments the file, and its least size in megabytes of a million bytes
   */
  public static void main(String[] arguments) throws IOException {
    long size = Long.parseLong(arguments[1]) * 1_000_000;
    SlowLog log = new SlowLog();
    long written = 0;
    long entries = 0;
    long commands = 0;
    StringBuilder text = new StringBuilder();
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 16)) {
      while (written < size) {
        if (entries % PART_ENTRIES == 0) {
          log.appendBanner(text);
        }
        commands += log.appendEntry(text) ? 1 : 0;
        entries++;
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        out.write(bytes);
        written += bytes.length;
      }
    }
    System.out.println(entries + " " + commands);
  }

  private void appendBanner(StringBuilder text) {
    server = (server + 1) % SlowLogHeader.SERVERS;
    header.appendBanner(text, server);
  }

  /** Whether it is an administrator command. */
  private boolean appendEntry(StringBuilder text) {
    CharSequence statement = statements.next();
    header.append(text, server);
    text.append(statement).append(";\n");
    return statements.isCommand();
  }
}
