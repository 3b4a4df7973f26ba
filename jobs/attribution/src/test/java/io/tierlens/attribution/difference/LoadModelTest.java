package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.simulation.Shop;
import io.tierlens.attribution.simulation.SimulatedRun;
import io.tierlens.attribution.simulation.Simulation;
import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.RunTables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model of load against simulated machines, on which CPUs are shared by all who need them. */
class LoadModelTest {

  @ParameterizedTest
  @CsvSource({"1, 2, 8, 2", "4, 2, 12, 4", "3, 4, 10, 1"})
  void theBusiestWindowIsPredictedFromTheLightest(long seed, int few, int many, int cores) {
    RunTables run = windows("r", seed, few, many, cores, 1);
    LoadModel model = LoadModel.of(run);
    assertThat(model.lightWindow()).isEqualTo("few");
    assertThat(model.busyWindow()).isEqualTo("many");
    assertThat(model.error()).isLessThan(0.1);
    assertThat(model.predictedUs() / model.observedUs()).isCloseTo(1, within(0.1));
    // So much more does a request take there, that is no small thing to predict.
    assertThat(model.observedUs()).isGreaterThan(1.2 * model.network().residence(1, 1e6));
  }

  @Test
  void aDearerRequestUnderMoreClientsIsSplitInDemandAndLoad() {
    RunTables baseline = windows("a", 11, 2, 6, 4, 1);
    RunTables candidate = windows("b", 12, 2, 14, 4, 1.6);
    RunTables calm = windows("c", 13, 2, 6, 4, 1.6);
    List<Comparison> rows = RunComparison.of(baseline, candidate);
    double demand = delta(rows, "many", "demand");
    double load = delta(rows, "many", "load");
    double residual = delta(rows, "many", "residual");
    double total = delta(rows, "many", "total");
    assertThat(demand + load + residual).isCloseTo(total, within(1e-3));
    assertThat(Math.abs(residual)).isLessThan(0.15 * total);
    // The truth: the same machine under the load of the baseline.
    double truth = delta(RunComparison.of(baseline, calm), "many", "total");
    assertThat(demand).isCloseTo(truth, within(0.15 * truth));
    assertThat(load).isGreaterThan(0.5 * demand);
    assertThat(rows)
        .filteredOn(r -> r.component().equals("demand"))
        .allMatch(r -> r.expectedError() < 0.1 && r.refusal() == null);
    assertThat(rows).noneMatch(r -> r.component().equals("demand") && r.windowName() == null);
  }

  @Test
  void underTheSameLoadAllIsDemandAndOnTheSameMachineAllIsLoad() {
    List<Comparison> rows =
        RunComparison.of(windows("a", 21, 2, 8, 4, 1), windows("b", 22, 2, 8, 4, 1.5));
    assertThat(delta(rows, "many", "demand")).isGreaterThan(0.85 * delta(rows, "many", "total"));
    assertThat(Math.abs(delta(rows, "many", "load")))
        .isLessThan(0.1 * delta(rows, "many", "total"));
    List<Comparison> busier =
        RunComparison.of(windows("a", 23, 2, 6, 4, 1), windows("b", 24, 2, 14, 4, 1));
    assertThat(delta(busier, "many", "load")).isGreaterThan(0.85 * delta(busier, "many", "total"));
  }

  @Test
  void aModelThatDoesNotPredictSaysNothing() {
    RunTables baseline = windows("a", 31, 2, 8, 4, 1);
    // A lock instead of a CPU: the busy window takes longer than any CPU explains.
    MadeRun locked = made(31, 2, 16, 4, 1);
    locked.cpuDemands.replaceAll(d -> demand(d.windowName(), d.msPerRequest() / 5, d.cores()));
    List<Comparison> rows = RunComparison.of(baseline, locked.tables("b"));
    Comparison demand = row(rows, "many", "demand");
    assertThat(demand.refusal()).isEqualTo("model_off");
    assertThat(demand.deltaUs()).isNull();
    assertThat(demand.expectedError()).isGreaterThan(0.15);
    assertThat(rows).noneMatch(r -> r.component().equals("load"));
  }

  @Test
  void withoutASecondLoadNothingIsChecked() {
    MadeRun one = made(41, 2, 8, 4, 1);
    one.windows.clear();
    one.cpuDemands.add(demand(null, one.cpuDemands.get(0).msPerRequest(), 4));
    List<Comparison> rows = RunComparison.of(one.tables("a"), one.tables("b"));
    Comparison demand = row(rows, null, "demand");
    assertThat(demand.refusal()).isEqualTo("model_not_checked");
    assertThat(demand.deltaUs()).isNull();
    MadeRun none = made(41, 2, 8, 4, 1);
    none.cpuDemands.clear();
    assertThat(row(RunComparison.of(none.tables("a"), none.tables("b")), "few", "demand").refusal())
        .isEqualTo("no_figure");
  }

  @Test
  void cpuTimeBeyondTheRequestsTimeIsNoModel() {
    MadeRun run = made(51, 2, 8, 4, 1);
    run.cpuDemands.replaceAll(d -> demand(d.windowName(), d.msPerRequest() * 5, d.cores()));
    assertThat(LoadModel.of(run.tables("r")).network()).isNull();
  }

  private static RunTables windows(
      String name, long seed, int few, int many, int cores, double times) {
    return made(seed, few, many, cores, times).tables(name);
  }

  /** Two simulated loads of one machine, one after the other. */
  private static MadeRun made(long seed, int few, int many, int cores, double times) {
    MadeRun run = new MadeRun();
    long after = window(run, "few", 0, simulated(seed, few, cores, times), cores);
    window(run, "many", after + 5_000_000, simulated(seed + 100, many, cores, times), cores);
    return run;
  }

  private static SimulatedRun simulated(long seed, int clients, int cores, double times) {
    return Simulation.closed(clients)
        .seed(seed)
        .requests(900)
        .cores(cores)
        .think(300)
        .scale(times)
        .pages(Shop.onePage(250))
        .run();
  }

  private static long window(MadeRun made, String name, long shiftUs, SimulatedRun run, int cores) {
    long start = Long.MAX_VALUE;
    long end = 0;
    for (WebRequest web : run.web()) {
      long us = web.durationUs();
      made.add("GET /page", web.startUs() + shiftUs, us, us / 4, us / 2, name);
      start = Math.min(start, web.startUs() + shiftUs);
      end = Math.max(end, web.startUs() + shiftUs + us);
    }
    made.windows.add(new Window(name, start, end));
    made.cpuDemands.add(demand(name, run.busySeconds() * 1e3 / run.web().size(), cores));
    return end - start;
  }

  private static CpuDemand demand(String window, double ms, int cores) {
    return new CpuDemand(window, "www", "user", ms, ms, ms, 50, 1, cores, 900, 2.0, 3.0, 300);
  }

  private static double delta(List<Comparison> rows, String window, String component) {
    return row(rows, window, component).deltaUs();
  }

  private static Comparison row(List<Comparison> rows, String window, String component) {
    return rows.stream()
        .filter(r -> java.util.Objects.equals(r.windowName(), window))
        .filter(r -> r.endpoint() == null && r.tier().equals("request"))
        .filter(r -> r.measure().equals("mean") && r.component().equals(component))
        .findFirst()
        .orElseThrow();
  }
}
