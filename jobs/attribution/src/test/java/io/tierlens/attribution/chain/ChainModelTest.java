package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainModelTest {
  @Test
  void aRunOfOneClientHelpsARunOfMany() {
    ChainRun one = ChainRun.of(31, 1, 200, 0.3);
    ChainRun many = ChainRun.of(32, 10, 150, 0.1);
    Problem alone = one.problem();
    Problem problem = many.problem();
    ChainModel model = ChainModel.of(alone, BeamMatcher.match(alone));

    double self = Judged.of(problem, many.truth(0), BeamMatcher.match(problem)).right();
    double helped = Judged.of(problem, many.truth(0), BeamMatcher.match(problem, model)).right();
    double renumbered =
        Judged.of(
                problem,
                many.truth(0),
                BeamMatcher.match(
                    problem, ChainModel.of(Renumbered.of(alone), BeamMatcher.match(alone))))
            .right();

    assertThat(helped).isGreaterThan(self);
    assertThat(renumbered).isCloseTo(helped, within(1e-9));
  }

  @Test
  void aRunOfOtherPagesDoesNoHarm() {
    ChainRun run = ChainRun.of(33, 3, 200, 0.3);
    Problem problem = run.problem();
    Problem other =
        Problem.builder()
            .request(0, 0, 100_000, "elsewhere", null)
            .query(50_000, 50_000, 1_000, "other", null)
            .build();
    ChainModel model = ChainModel.of(other, BeamMatcher.match(other));

    double helped = Judged.of(problem, run.truth(0), BeamMatcher.match(problem, model)).right();

    assertThat(helped).isGreaterThan(0.95);
  }

  @Test
  void probabilitiesOfWhatComesNextSumToOne() {
    PageModel model = new PageModel(5);
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      model.learn(random.nextInt(3), random.nextInt(6) - 1, random.nextInt(5), random.nextDouble());
      model.learnEnd(random.nextInt(3), random.nextInt(6) - 1, 1);
    }

    for (int page = 0; page < 5; page++) {
      for (int previous = PageModel.START; previous < 5; previous++) {
        double sum = Math.exp(model.logEnd(page, previous));
        for (int statement = 0; statement < 5; statement++) {
          sum += Math.exp(model.logNext(page, previous, statement));
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void whatWasSeenOftenIsLikely() {
    PageModel model = new PageModel(3);
    for (int i = 0; i < 50; i++) {
      model.learn(0, PageModel.START, 1, 1);
      model.learn(0, 1, 2, 1);
      model.learnEnd(0, 2, 1);
    }

    assertThat(model.logNext(0, PageModel.START, 1)).isGreaterThan(Math.log(0.95));
    assertThat(model.logNext(0, 1, 2)).isGreaterThan(Math.log(0.95));
    assertThat(model.logEnd(0, 2)).isGreaterThan(Math.log(0.95));
    assertThat(model.logEnd(0, PageModel.START)).isLessThan(Math.log(0.05));
    assertThat(model.logNext(1, 1, 2)).isGreaterThan(model.logNext(1, 1, 0));
  }

  @Test
  void gapsAreDensities() {
    GapModel gaps = new GapModel(4);
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      long gap = (long) (20_000 * Math.exp(random.nextGaussian()));
      gaps.learn(GapModel.MIDDLE, 0, 1, 2, gap, 1);
      gaps.learn(GapModel.WAIT, 0, 1, GapModel.ANY, gap, 1);
    }
    GapTables tables = new GapTables(gaps);
    double sum = 0;
    for (long gap = 50; gap < 3_000_000; gap += 100) {
      sum += 100 * Math.exp(tables.log(GapModel.MIDDLE, 0, 1, 2, gap, 0));
    }

    // By a bin's logarithmic width, which is all the same for comparing.
    assertThat(sum).isCloseTo(Math.log(1.6), within(0.02));
    assertThat(tables.longer(0, 1, 0)).isCloseTo(1, within(1e-9));
    assertThat(tables.longer(0, 1, 20_000)).isCloseTo(0.5, within(0.1));
    assertThat(tables.longer(0, 1, 10_000)).isGreaterThan(tables.longer(0, 1, 10_100));
    assertThat(tables.longer(0, 1, 100_000_000)).isLessThan(0.01);
  }
}
