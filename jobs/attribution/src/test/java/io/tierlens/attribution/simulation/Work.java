package io.tierlens.attribution.simulation;

import io.tierlens.attribution.simulation.Visit.Kind;
import io.tierlens.attribution.simulation.Visit.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Decides what each request does; the n-th does the same on any machine. */
final class Work {
  private static final double AUTOREGRESSION = 0.97;

  private final Simulation plan;
  private final double weights;
  private final Random speeds;
  private double logSpeed;

  Work(Simulation plan) {
    this.plan = plan;
    this.weights = plan.pages.stream().mapToDouble(Page::weight).sum();
    this.speeds = Seeds.random(plan.seed, Seeds.SPEED);
    this.logSpeed =
        plan.drift / Math.sqrt(1 - AUTOREGRESSION * AUTOREGRESSION) * speeds.nextGaussian();
  }

  Visit visit(int number, int client, String session) {
    Random random = Seeds.random(plan.seed, number);
    // The multiplier has draws of its own, so that a run without it makes the same choices.
    Random kernel = Seeds.random(plan.seed, Seeds.KERNEL + number);
    double speed = nextSpeed();
    double systemTimes = plan.systemTimes * lognormal(kernel, plan.systemSpread);
    List<Step> steps = new ArrayList<>();
    Cpu cpu = new Cpu(steps, random, speed, systemTimes);
    boolean isStatic = random.nextDouble() < plan.staticPart;
    Page page = page(random);
    if (isStatic) {
      cpu.add(plan.webMs / 2);
      return new Visit(number, client, "logo.png", session, false, steps);
    }
    List<String> statements = page.unroll(random);
    cpu.add(plan.webMs / 2);
    steps.add(Step.of(Kind.TAKE_WORKER));
    cpu.add(page.headMs());
    for (int i = 0; i < statements.size(); i++) {
      if (i > 0) {
        cpu.add(page.betweenMs());
      }
      query(statements.get(i), cpu, steps, random);
    }
    cpu.add(page.tailMs());
    steps.add(Step.of(Kind.LEAVE_WORKER));
    cpu.add(plan.webMs / 2);
    return new Visit(number, client, page.name(), session, true, steps);
  }

  private void query(String statement, Cpu cpu, List<Step> steps, Random random) {
    double half = plan.roundTripMs * 500;
    steps.add(new Step(Kind.DELAY, half, 0, null));
    steps.add(new Step(Kind.TAKE_CONNECTION, 0, 0, statement));
    boolean disk = random.nextDouble() < plan.diskProbability;
    double visit = -StrictMath.log(1 - random.nextDouble()) * plan.diskMs * 1e3;
    if (disk) {
      steps.add(new Step(Kind.DISK, visit, 0, null));
    }
    cpu.add(Shop.meanMs(statement));
    steps.add(Step.of(Kind.LEAVE_CONNECTION));
    steps.add(new Step(Kind.DELAY, half, 0, null));
  }

  private Page page(Random random) {
    double at = random.nextDouble() * weights;
    for (Page page : plan.pages) {
      at -= page.weight();
      if (at < 0) {
        return page;
      }
    }
    return plan.pages.get(plan.pages.size() - 1);
  }

  private double nextSpeed() {
    logSpeed = AUTOREGRESSION * logSpeed + plan.drift * speeds.nextGaussian();
    double variance = plan.drift * plan.drift / (1 - AUTOREGRESSION * AUTOREGRESSION);
    return StrictMath.exp(logSpeed - variance / 2);
  }

  /** Of mean 1. */
  private static double lognormal(Random random, double deviation) {
    return StrictMath.exp(deviation * random.nextGaussian() - deviation * deviation / 2);
  }

  /** Adds CPU steps of random length. */
  private final class Cpu {
    private final List<Step> steps;
    private final Random random;
    private final double speed;
    private final double systemTimes;

    Cpu(List<Step> steps, Random random, double speed, double systemTimes) {
      this.steps = steps;
      this.random = random;
      this.speed = speed;
      this.systemTimes = systemTimes;
    }

    void add(double meanMs) {
      double us = meanMs * 1e3 * plan.scale * speed * lognormal(random, plan.spread);
      double system = us * plan.systemPart * systemTimes;
      double user = us * (1 - plan.systemPart) * plan.userTimes;
      steps.add(new Step(Kind.CPU, user, system, null));
    }
  }
}
