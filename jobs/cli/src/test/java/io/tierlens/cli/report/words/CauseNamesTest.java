package io.tierlens.cli.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.finding.Findings;
import org.junit.jupiter.api.Test;

class CauseNamesTest {

  @Test
  void everyRuleHasANameOfItsOwn() {
    assertThat(Findings.rules()).isNotEmpty().allMatch(CauseNames::has);
    assertThat(Findings.rules().stream().map(CauseNames::of)).doesNotHaveDuplicates();
  }

  @Test
  void anUnknownRuleIsItsOwnName() {
    assertThat(CauseNames.of("never-heard-of")).isEqualTo("never-heard-of");
  }
}
