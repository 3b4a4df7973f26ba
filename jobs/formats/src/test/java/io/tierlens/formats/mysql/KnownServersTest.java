package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownServersTest {

  @ParameterizedTest
  @CsvSource({
    "10.11.19-MariaDB-0+deb12u1-log, true",
    "10.11.23-MariaDB, true",
    "11.4.5-MariaDB-ubu2404, true",
    "10.11.5-MariaDB, false",
    "10.6.19-MariaDB, false",
    "12.3.1-MariaDB, false",
    "10.11.19, false",
    "8.0.33, false",
    "99999999999.11.19-MariaDB-x, false"
  })
  void onlyWhatWasTriedIsKnown(String version, boolean known) {
    assertThat(KnownServers.timeBasis(List.of(version)).isPresent()).isEqualTo(known);
  }

  @Test
  void allServersOfAFileMustAgree() {
    assertThat(KnownServers.timeBasis(List.of("10.11.19-MariaDB", "10.11.5-MariaDB"))).isEmpty();
    assertThat(KnownServers.timeBasis(List.of())).isEmpty();
  }

  @Test
  void theVersionDecidesWhereTheOrderDoesNot() {
    String entry =
        """
        # User@Host: a[a] @ localhost []
        # Query_time: 0.100000  Lock_time: 0.000000  Rows_sent: 0  Rows_examined: 0
        SET timestamp=1795349789;
        select 1;
        """;
    String banner = "/usr/sbin/mariadbd, Version: 10.11.19-MariaDB (x). started with:\n";
    assertThat(learned(banner + entry)).isEqualTo("start");
    assertThat(learned(entry)).isNull();
  }

  private static String learned(String log) {
    return Reading.of(new MysqlSlowLog(), ReadOptions.NONE, log)
        .observations()
        .learned()
        .get(ReadOptions.TIME_BASIS);
  }
}
