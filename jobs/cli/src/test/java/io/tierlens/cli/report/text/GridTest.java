package io.tierlens.cli.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.RIGHT, Grid.Align.LEFT);
    grid.row(List.of("", "ms", "")).row(List.of("web", "1019", "")).row(List.of("db", "7", ""));
    assertThat(grid.lines(80)).containsExactly("       ms", "web  1019", "db      7");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.LEFT);
    grid.row(List.of("商品一覧", "x")).row(List.of("e\u0301", "y"));
    assertThat(grid.lines(80)).containsExactly("商品一覧  x", "e\u0301         y");
  }

  @Test
  void namesAreCutAndFiguresAreNot() {
    Grid grid = new Grid(Grid.Align.NAME, Grid.Align.RIGHT);
    grid.row(List.of("GET /shop/{sku}.html", "1.25 s"));
    assertThat(grid.lines(20)).containsExactly("GET /...html  1.25 s");
  }

  @Test
  void theLastWordsAreWrappedBelowThemselves() {
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.WORDS);
    grid.row(List.of("guest", "the host charges more than the guest saw"));
    assertThat(grid.lines(30))
        .containsExactly("guest  the host charges more", "       than the guest saw");
  }

  @Test
  void aSpanningCellTakesWhatIsLeftAndWidensNothing() {
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.RIGHT, Grid.Align.RIGHT);
    grid.row(List.of("web", "1 s", "25 %")).spanning(List.of("app", "withheld: too coarse"));
    assertThat(grid.lines(80)).containsExactly("web  1 s  25 %", "app  withheld: too coarse");
  }

  @Test
  void aLastCellThatDoesNotFitGoesToALineOfItsOwn() {
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.LEFT);
    grid.row(List.of("a name of some length", "twelve chars"));
    assertThat(grid.lines(30)).containsExactly("a name of some length", "     twelve chars");
  }

  @Test
  void aRowHasTheCellsOfItsTable() {
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.LEFT);
    assertThatThrownBy(() -> grid.row(List.of("one"))).hasMessageContaining("1 cells");
    assertThatThrownBy(() -> grid.spanning(List.of("one", "two"))).hasMessageContaining("2 of 2");
  }
}
