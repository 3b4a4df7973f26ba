package io.tierlens.benchmarks;

import java.util.Locale;
import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;

/** What three servers write before the statement of an entry. */
final class SlowLogHeader {

  static final int SERVERS = 3;

  private static final String[] VERSIONS = {
    "8.0.33 (MySQL Community Server - GPL)",
    "8.0.35-27 (Percona Server (GPL), Release 27, Revision 2f8eeab2)",
    // Later ones name mariadbd in their banner, which percona-toolkit takes for SQL.
    "10.3.39-MariaDB-0+deb10u1-log (Debian 10)"
  };

  private static final String[] DATABASES = {"shop", "shop", "shop", "accounting", "cms"};

  private static final DateTimeFormatter LOCAL =
      DateTimeFormat.forPattern("yyMMdd HH:mm:ss")
          .withLocale(Locale.ENGLISH)
          .withZone(DateTimeZone.forOffsetHours(-5));

  private final Random random;
  private long micros;
  private long stampedSecond;
  private String database = "";

  SlowLogHeader(Random random, long firstSecond) {
    this.random = random;
    micros = firstSecond * 1_000_000;
  }

  void appendBanner(StringBuilder text, int server) {
    text.append("/usr/sbin/mysqld, Version: ").append(VERSIONS[server]).append(". started with:\n");
    text.append("Tcp port: 3306  Unix socket: /run/mysqld/mysqld.sock\n");
    text.append("Time                 Id Command    Argument\n");
    stampedSecond = 0;
    database = "";
  }

  /** The lines of one entry, and a later time with each. */
  void append(StringBuilder text, int server) {
    micros += random.nextInt(20_000);
    long queryTime = (long) (3_000 * Math.exp(1.5 * random.nextGaussian()));
    String named = DATABASES[random.nextInt(DATABASES.length)];
    switch (server) {
      case 0 -> appendMysql(text, queryTime);
      case 1 -> appendPercona(text, queryTime, named);
      default -> appendMariadb(text, queryTime, named);
    }
    if (!database.equals(named)) {
      database = named;
      text.append("use ").append(named).append(";\n");
    }
    long clock = server < 2 ? micros - queryTime : micros;
    text.append("SET timestamp=").append(clock / 1_000_000).append(";\n");
  }

  private void appendMysql(StringBuilder text, long queryTime) {
    text.append("# Time: ").append(instant()).append('\n');
    appendUser(text).append("  Id: ").append(1_000 + random.nextInt(500)).append('\n');
    appendTimes(text, queryTime, " ").append('\n');
  }

  private void appendPercona(StringBuilder text, long queryTime, String named) {
    text.append("# Time: ").append(instant()).append('\n');
    appendUser(text).append("  Id: ").append(1_000 + random.nextInt(500)).append('\n');
    text.append("# Schema: ").append(named).append("  Last_errno: 0  Killed: 0\n");
    appendTimes(text, queryTime, "  ").append("  Rows_affected: 0  Bytes_sent: ");
    text.append(random.nextInt(5_000)).append("\n# Tmp_tables: 0  Tmp_disk_tables: 0");
    text.append("  Tmp_table_sizes: 0\n# InnoDB_trx_id: ");
    text.append(Integer.toHexString(random.nextInt()).toUpperCase(Locale.ROOT));
    text.append("\n# Full_scan: ").append(random.nextBoolean() ? "Yes" : "No");
    text.append("  Full_join: No  Tmp_table: No  Tmp_table_on_disk: No\n");
    text.append("# Filesort: No  Filesort_on_disk: No  Merge_passes: 0\n");
    text.append("#   InnoDB_IO_r_ops: 0  InnoDB_IO_r_bytes: 0  InnoDB_IO_r_wait: 0.000000\n");
    text.append("#   InnoDB_rec_lock_wait: 0.000000  InnoDB_queue_wait: 0.000000\n");
    text.append("#   InnoDB_pages_distinct: ").append(random.nextInt(90)).append('\n');
  }

  private void appendMariadb(StringBuilder text, long queryTime, String named) {
    if (stampedSecond != micros / 1_000_000) {
      stampedSecond = micros / 1_000_000;
      text.append("# Time: ").append(LOCAL.print(micros / 1_000)).append('\n');
    }
    appendUser(text).append("\n# Thread_id: ").append(1_000 + random.nextInt(500));
    text.append("  Schema: ").append(named).append("  QC_hit: No\n");
    appendTimes(text, queryTime, "  ").append("\n# Rows_affected: 0  Bytes_sent: ");
    text.append(random.nextInt(5_000)).append('\n');
  }

  private StringBuilder appendUser(StringBuilder text) {
    int client = random.nextInt(12);
    text.append("# User@Host: shop[shop] @ ");
    return client == 0
        ? text.append("localhost []")
        : text.append(" [192.0.2.").append(client).append(']');
  }

  private StringBuilder appendTimes(StringBuilder text, long queryTime, String gap) {
    text.append(
        String.format(
            Locale.ROOT,
            "# Query_time: %d.%06d  Lock_time: 0.%06d",
            queryTime / 1_000_000,
            queryTime % 1_000_000,
            random.nextInt(300)));
    text.append(gap).append("Rows_sent: ").append(random.nextInt(50));
    return text.append("  Rows_examined: ").append(random.nextInt(20_000));
  }

  private String instant() {
    String second =
        new DateTime(micros / 1_000, DateTimeZone.UTC).toString("yyyy-MM-dd'T'HH:mm:ss");
    return String.format(Locale.ROOT, "%s.%06dZ", second, micros % 1_000_000);
  }
}
