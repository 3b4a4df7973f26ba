package io.tierlens.cli.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {

  @Test
  void whatIsTrueOfAllIsSaidOnce() {
    Notes notes = new Notes(List.of("a", "b"));
    notes.add("a", "CPU time by tier");
    notes.add("b", "CPU time by tier");
    notes.add("b", "steal");
    assertThat(notes.lines()).containsExactly("CPU time by tier", "b: steal");
  }

  @Test
  void numbersThatDifferAreKept() {
    Notes notes = new Notes(List.of("a", "b", "c"));
    notes.add("a", "23 of 25,768 queries belong to none");
    notes.add("b", "23 of 19,146 queries belong to none");
    notes.add("c", "23 of 25,768 queries belong to none");
    assertThat(notes.lines())
        .containsExactly("23 of 25,768 queries belong to none (b: 23 of 19,146)");
  }

  @Test
  void aLevelIsNoNumber() {
    Notes notes = new Notes(List.of("a", "b"));
    notes.add("a", "level L1c");
    notes.add("b", "level L4");
    assertThat(notes.lines()).containsExactly("a: level L1c", "b: level L4");
  }

  @Test
  void aSentenceEndsAtItsStop() {
    assertThat(Notes.firstSentence("kept 1.25 s of it; more")).isEqualTo("kept 1.25 s of it");
    assertThat(Notes.firstSentence("one. Two")).isEqualTo("one");
    assertThat(Notes.firstSentence("all of it")).isEqualTo("all of it");
  }
}
