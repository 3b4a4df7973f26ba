package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs made by a model of a busy server, whose stamps are known to be starts or ends. */
class OrderEvidenceTest {

  private static final long SECOND = 1_000_000;
  private static final long EPOCH = 1_795_349_789 * SECOND;

  private record Statement(long start, long queryTime) {
    long end() {
      return start + queryTime;
    }

    long stamp(TimeBasis basis) {
      return Math.floorDiv(basis == TimeBasis.START ? start : end(), SECOND) * SECOND;
    }
  }

  /** In the order of ends, as servers write them. */
  private static List<Statement> statements(long seed, int count, double meanSeconds) {
    Random random = new Random(seed);
    List<Statement> statements = new ArrayList<>();
    long span = count * SECOND / 20;
    for (int i = 0; i < count; i++) {
      double length = -Math.log(1 - random.nextDouble()) * meanSeconds * SECOND;
      statements.add(new Statement(EPOCH + random.nextLong(span), (long) length));
    }
    statements.sort(Comparator.comparingLong(Statement::end));
    return statements;
  }

  private static OrderEvidence evidence(List<Statement> statements, TimeBasis basis) {
    OrderEvidence evidence = new OrderEvidence();
    statements.forEach(s -> evidence.add(s.stamp(basis), s.queryTime()));
    return evidence;
  }

  @ParameterizedTest
  @CsvSource({"START,1.0", "START,0.3", "START,0.05", "END,1.0", "END,0.3"})
  void theOrderOfEntriesTellsWhatTheStampsMean(TimeBasis basis, double meanSeconds) {
    for (long seed = 0; seed < 20; seed++) {
      OrderEvidence evidence = evidence(statements(seed, 5_000, meanSeconds), basis);
      assertThat(evidence.verdict()).as("%s %s", seed, evidence).contains(basis);
    }
  }

  @Test
  void theTrueBasisIsNeverSpokenAgainst() {
    for (long seed = 0; seed < 20; seed++) {
      List<Statement> statements = statements(seed, 2_000, 2.0);
      OrderEvidence starts = evidence(statements, TimeBasis.START);
      assertThat(starts.againstStart()).isZero();
      assertThat(starts.againstEnd()).isPositive();
      OrderEvidence ends = evidence(statements, TimeBasis.END);
      assertThat(ends.againstEnd()).isZero();
      assertThat(ends.againstStart()).isPositive();
    }
  }

  @Test
  void shortStatementsThatAreEndsAreNotTakenForStarts() {
    for (long seed = 0; seed < 50; seed++) {
      List<Statement> statements = statements(seed, 5_000, 0.005);
      // Writers race: some neighbours change places.
      Random random = new Random(seed);
      for (int i = 1; i < statements.size(); i++) {
        if (random.nextInt(10) == 0) {
          statements.set(i, statements.set(i - 1, statements.get(i)));
        }
      }
      assertThat(evidence(statements, TimeBasis.END).verdict())
          .isNotEqualTo(Optional.of(TimeBasis.START));
    }
  }

  @Test
  void oneWriterThatWaitedLongDoesNotOutweighTheOrderOfTheOthers() {
    for (long seed = 0; seed < 20; seed++) {
      List<Statement> statements = statements(seed, 5_000, 0.05);
      // Written some seconds late.
      statements.add(2_580, statements.remove(2_500));
      assertThat(evidence(statements, TimeBasis.START).againstStart()).isEqualTo(1);
      assertThat(evidence(statements, TimeBasis.START).verdict()).contains(TimeBasis.START);
    }
  }

  @Test
  void aFewShortStatementsTellNothing() {
    List<Statement> statements = statements(1, 50, 0.001);
    assertThat(evidence(statements, TimeBasis.END).verdict()).isEmpty();
    assertThat(evidence(statements, TimeBasis.START).verdict()).isEmpty();
  }

  @Test
  void aSecondFileBehindTheFirstIsNoEvidence() {
    List<Statement> statements = statements(1, 500, 0.001);
    OrderEvidence evidence = new OrderEvidence();
    for (long shift : List.of(0L, -86_400L, -172_800L)) {
      statements.forEach(s -> evidence.add(s.stamp(TimeBasis.END) + shift * SECOND, s.queryTime()));
    }
    assertThat(evidence.againstEnd()).isZero();
    assertThat(evidence.againstStart()).isZero();
  }

  /** Both passes over a log: the first learns what the second needs to find the true starts. */
  @ParameterizedTest
  @CsvSource({"START", "END"})
  void theSecondPassFindsTheTrueStarts(TimeBasis basis) {
    List<Statement> statements = statements(3, 3_000, 0.5);
    StringBuilder log = new StringBuilder();
    for (Statement s : statements) {
      log.append("# User@Host: a[a] @ h []\n# Query_time: ");
      log.append("%d.%06d".formatted(s.queryTime() / SECOND, s.queryTime() % SECOND));
      log.append("  Lock_time: 0.000000  Rows_sent: 0  Rows_examined: 0\nSET timestamp=");
      log.append(s.stamp(basis) / SECOND).append(";\nselect 1;\n");
    }
    Map<String, String> learned = SlowLogs.read(log.toString()).observations().learned();
    assertThat(learned).isEqualTo(Map.of(ReadOptions.TIME_BASIS, basis.word));
    Reading second = SlowLogs.read(log.toString(), ReadOptions.of(learned));
    assertThat(second.rows()).hasSize(statements.size());
    for (int i = 0; i < statements.size(); i++) {
      long start = (long) second.rows().get(i).get("start_time");
      long slack = (long) second.rows().get(i).get("start_slack_us");
      assertThat(statements.get(i).start()).isBetween(start, start + slack);
    }
  }
}
