package io.tierlens.cli.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.report.words.Columns;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunNamesTest {

  private static final Page PAGE = new Page(new StringBuilder(), new TextOptions(true, false));

  @Test
  void shortNamesStay() {
    assertThat(names("shop-physical", "shop-virtual"))
        .containsExactly("shop-physical", "shop-virtual");
  }

  @Test
  void whatAllBeginWithIsCutFirst() {
    assertThat(names("story-2009-physical", "story-2009-virtual-4vcpu"))
        .containsExactly("physical", "virtual-4vcpu");
    assertThat(names("measurement", "measurements-of-today"))
        .containsExactly("measurement", "measu..-today");
  }

  @Test
  void differentRunsKeepDifferentNames() {
    List<String> runs = List.of("a-very-long-name-1-of-a-run", "a-very-long-name-2-of-a-run", "b");
    assertThat(names(runs.toArray(String[]::new)))
        .containsExactly("a-ver..-a-run", "a-ve..a-run#2", "b");
    assertThat(new HashSet<>(names("商品一覧商品一覧商品一覧1x商品", "商品一覧商品一覧商品一覧2x商品"))).hasSize(2);
  }

  private static List<String> names(String... runs) {
    RunNames names = RunNames.of(List.of(runs), PAGE, 13);
    List<String> cut = List.of(runs).stream().map(names::of).toList();
    assertThat(cut).allMatch(name -> Columns.of(name) <= 13);
    return cut;
  }
}
