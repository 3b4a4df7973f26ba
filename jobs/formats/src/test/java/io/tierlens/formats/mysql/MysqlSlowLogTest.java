package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class MysqlSlowLogTest {

  private final MysqlSlowLog format = new MysqlSlowLog();

  private static Head head(String... lines) {
    return new Head("slow.log", List.of(lines));
  }

  private int confidence(String... lines) {
    return format.sniff(head(lines)).map(Guess::confidence).orElse(0);
  }

  @Test
  void isRegistered() {
    assertThat(LogFormats.ofKind("mysql-slow-log")).containsInstanceOf(MysqlSlowLog.class);
  }

  @Test
  void aRecordingIsRecognised() {
    Head head = Reading.head(Reading.resource("mysql/mariadb-10.11.log"));
    Guess guess = format.sniff(head).orElseThrow();
    assertThat(guess.kind()).isEqualTo("mysql-slow-log");
    assertThat(guess.confidence()).isEqualTo(100);
    assertThat(guess.evidence().get(0)).contains("10.11.19-MariaDB");
  }

  @Test
  void theMoreOfAnEntryTheSurer() {
    String banner = "D:\\mysql\\bin\\mysqld, Version: 5.1.73-log (x). started with:";
    String user = "# User@Host: a[a] @ h []";
    String times = "# Query_time: 1  Lock_time: 0 Rows_sent: 0  Rows_examined: 0";
    assertThat(confidence()).isZero();
    assertThat(confidence("select 1;", "127.0.0.1 - - [x] \"GET /\"", "# Time: x")).isZero();
    assertThat(confidence(banner)).isBetween(1, 60);
    assertThat(confidence(times)).isGreaterThan(confidence(banner));
    assertThat(confidence(user, times)).isGreaterThan(confidence(times));
    assertThat(confidence(banner, user, times)).isEqualTo(100);
  }
}
