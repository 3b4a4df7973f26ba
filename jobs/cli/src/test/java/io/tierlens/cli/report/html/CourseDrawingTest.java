package io.tierlens.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.WindowRow;
import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseDrawingTest {

  private static final Instant START = Instant.parse("2009-01-23T15:00:00Z");
  private static final Figures FIGURES = new Figures(DurationUnit.SECONDS);

  /** Ten bins of a minute: two requests of about a second in each of the first three. */
  private static final RunCourse PLAIN =
      new RunCourse(
          "physical",
          START,
          60_000_000,
          10,
          List.of(
              new RunCourse.RequestBin(0, 39, 2),
              new RunCourse.RequestBin(1, 39, 2),
              new RunCourse.RequestBin(2, 39, 2),
              new RunCourse.RequestBin(2, 45, 40)),
          List.of(new RunCourse.CpuBin("www1", 0, 25, 10, 1.5, null)),
          List.of());

  private static final RunCourse GUEST =
      new RunCourse(
          "virtual",
          START,
          60_000_000,
          20,
          List.of(new RunCourse.RequestBin(19, 41, 1)),
          List.of(new RunCourse.CpuBin("www1", 0, 50, 20, 0.0, 30.0)),
          List.of(
              new RunCourse.DomainBin("dom0", "www1", 0, 1.5),
              new RunCourse.DomainBin("dom0", "Domain-0", 0, 0.5)));

  private static final CourseScale SCALE = CourseScale.of(List.of(PLAIN, GUEST));

  private static Drawing drawing(RunCourse course) {
    return new CourseDrawing(FIGURES, SCALE)
        .of(course, List.of(new WindowRow("phase", START, START.plusSeconds(300))), "r");
  }

  @Test
  void allRunsHaveOneScale() {
    Drawing plain = drawing(PLAIN);
    Drawing guest = drawing(GUEST);
    assertThat(plain.height()).isEqualTo(guest.height());
    assertThat(plain.planes().get(0).columns()).isEqualTo(20);
    assertThat(guest.planes().get(0).columns()).isEqualTo(20);
    assertThat(plain.planes().get(0).rows()).isEqualTo(7).isEqualTo(SCALE.steps());
  }

  @Test
  void cellsOfOneShadeThatFollowEachOtherAreOne() {
    assertThat(drawing(PLAIN).planes().get(0).areas())
        .extracting(Drawing.Area::path)
        .containsExactly("M0 6h3v1h-3z", "M2 0h1v1h-1z");
    assertThat(drawing(PLAIN).planes().get(0).areas())
        .extracting(Drawing.Area::style)
        .containsExactly("heat2", "heat5");
  }

  @Test
  void modesAndDomainsLieOnEachOther() {
    List<Drawing.Plane> planes = drawing(GUEST).planes();
    assertThat(planes.get(1).areas())
        .containsExactly(
            new Drawing.Area("M0 100h1v-50h-1z", "user"),
            new Drawing.Area("M0 50h1v-20h-1z", "system"),
            new Drawing.Area("M0 30h1v-30h-1z", "steal"));
    assertThat(planes.get(2).areas())
        .containsExactly(
            new Drawing.Area("M0 100h1v-75h-1z", "domain0"),
            new Drawing.Area("M0 25h1v-25h-1z", "domain1"));
  }

  @Test
  void whatIsNotInTheLogsIsNotNothing() {
    Drawing drawing = drawing(PLAIN);
    assertThat(drawing.spots()).hasSize(10);
    assertThat(drawing.spots().get(0).title())
        .isEqualTo(
            "0:00 to 1:00: 2 requests, half of them within 1.05 s, user 25 %, system 10 %,"
                + " iowait 1.5 %");
    assertThat(drawing.spots().get(5).title()).isEqualTo("5:00 to 6:00: 0 requests");
    assertThat(drawing.labels()).extracting(Drawing.Label::text).contains("not in the logs");
  }

  @Test
  void windowsAreMarked() {
    Drawing.Bar window = drawing(GUEST).bars().get(0);
    assertThat(window.title()).isEqualTo("phase, 0:00 to 5:00");
    assertThat(window.width()).isEqualTo(85 * 5 / 20.0);
  }
}
