package io.tierlens.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunLevelTest {

  @Test
  void whatIsToldNeedsNoAdvice() {
    assertThat(new RunLevel("L1c", null, 0.003, 0.01, true, 7, 7).words())
        .isEqualTo(
            "whose query is whose: level L1c, a database connection serves one request; the time"
                + " of an endpoint in the database is expected to be off by 0.3 % to 1.0 %; the"
                + " time in the database of endpoints and of single requests is told");
  }

  @Test
  void whatIsWithheldNamesTheLogLineThatLiftsIt() {
    assertThat(new RunLevel("L2", null, 0.015, 0.015, false, 7, 7).words())
        .contains("off by 1.5 %; the time in the database of endpoints is told")
        .contains(
            "of single requests withheld. Stamps finer than a second and the process id (pid");
    assertThat(new RunLevel("L5", null, null, null, false, 7, 0).words())
        .contains("of endpoints and of single requests is withheld. ")
        .contains("Thread_id");
    assertThat(new RunLevel("L3", null, 0.01, 0.03, true, 1200, 5).words())
        .contains("is told of 5 of 1,200 endpoints, of single requests it is told. ");
  }

  @Test
  void theShareThatIsExpectedRightIsTold() {
    assertThat(new RunLevel("L1c", 0.943, 0.003, 0.01, true, 7, 7).words())
        .contains("; 94 % of the queries are expected at the right one; the time of an endpoint");
  }

  @Test
  void noErrorAndASmallErrorAreNotTheSame() {
    assertThat(new RunLevel("L0", null, 0.0, 0.0, true, 7, 7).words())
        .contains("no error is expected");
    assertThat(new RunLevel("L1", null, 0.0, 0.0001, true, 7, 7).words())
        .contains("expected to be off by less than 0.1 %;");
  }

  @Test
  void everyLevelHasAMeaningOfItsOwn() {
    String unknown = LevelAdvice.meaning("another");
    for (String level : new String[] {"L0", "L1", "L1c", "L2", "L3", "L4", "L5", "none"}) {
      assertThat(LevelAdvice.meaning(level)).isNotEqualTo(unknown);
      assertThat(LevelAdvice.lift(level)).isNotEmpty();
    }
  }
}
