package io.tierlens.attribution.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.simulation.TrueRequest;
import io.tierlens.attribution.story.StoryRun.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folders of sample-data are what the simulator gives, and tell the story. */
class StoryOf2009Test {
  private static final Path SAMPLE_DATA = Path.of("../../sample-data");
  private static final List<StoryRun> RUNS = StoryOf2009.runs();

  @Test
  void foldersHoldWhatWasSimulated() throws IOException {
    Map<String, byte[]> files = StoryOf2009.files(RUNS);
    if (Boolean.getBoolean("tierlens.bless")) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = SAMPLE_DATA.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
    Map<String, byte[]> there = new TreeMap<>();
    for (StoryRun run : RUNS) {
      try (Stream<Path> paths = Files.walk(SAMPLE_DATA.resolve(run.name))) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          there.put(
              SAMPLE_DATA.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
        }
      }
    }
    assertThat(there.keySet()).isEqualTo(files.keySet());
    files.forEach(
        (name, bytes) ->
            assertThat(there.get(name))
                .as(name + ": write anew with -Dtierlens.bless=true")
                .isEqualTo(bytes));
    assertThat(files.values().stream().mapToLong(bytes -> bytes.length).sum())
        .isLessThan(4_000_000L);
  }

  @Test
  void figuresAreThoseThatWereTold() {
    Map<String, Figures> told = new HashMap<>();
    for (StoryRun run : RUNS) {
      for (Phase phase : run.phases()) {
        Figures figures = figures(run, phase);
        told.put(run.name.replace("story-2009-", "") + " " + phase.name(), figures);
        if (Boolean.getBoolean("tierlens.print")) {
          System.out.println(run.name + " " + phase.name() + " " + figures);
        }
      }
    }
    Figures physical = told.get("physical two-users");
    assertThat(physical.meanSeconds).isBetween(0.5, 0.7);
    assertThat(physical.user).isBetween(45.0, 55.0);
    assertThat(physical.system).isBetween(10.0, 15.0);
    assertThat(physical.busyCores).isLessThan(physical.concurrency);

    Figures four = told.get("virtual-4vcpu four-users");
    assertThat(four.meanSeconds).isBetween(1.0, 2.0);
    assertThat(told.get("virtual-4vcpu two-users").meanSeconds).isBetween(1.0, 2.0);
    assertThat(four.system).isBetween(50.0, 90.0);
    assertThat(four.user).isLessThan(40);
    assertThat(four.iowait).isLessThan(1);
    assertThat(four.busyCores).isLessThan(four.concurrency);
    // One page, asked again and again.
    assertThat(told.get("virtual-4vcpu two-users").variationOfOnePage)
        .isGreaterThan(1.5 * physical.variationOfOnePage);

    Figures eight = told.get("virtual-8vcpu four-users");
    assertThat(eight.meanSeconds).isBetween(0.8 * four.meanSeconds, four.meanSeconds);
    assertThat(eight.busyCores).isGreaterThan(1.15 * eight.concurrency);
    assertThat(eight.system).isBetween(50.0, 90.0);

    Figures updated = told.get("virtual-updated ten-users");
    assertThat(updated.meanSeconds).isBetween(2.4, 2.6);
    assertThat(told.get("virtual-updated four-users").variationOfOnePage)
        .isLessThan(0.8 * four.variationOfOnePage);
  }

  /** Of one phase; shares in percent of all CPUs while there were requests. */
  private record Figures(
      double meanSeconds,
      double variationOfOnePage,
      double user,
      double system,
      double iowait,
      double busyCores,
      double concurrency,
      int slowQueries) {}

  private static Figures figures(StoryRun run, Phase phase) {
    List<TrueRequest> pages =
        phase.run().truth().stream().filter(request -> request.eventKey() != null).toList();
    double mean = pages.stream().mapToLong(TrueRequest::durationUs).average().orElseThrow() / 1e6;
    double[] onePage =
        pages.stream()
            .filter(request -> request.page().equals("os28004"))
            .mapToDouble(TrueRequest::durationUs)
            .toArray();
    double pageMean = Arrays.stream(onePage).average().orElseThrow();
    double square =
        Arrays.stream(onePage)
            .map(value -> (value - pageMean) * (value - pageMean))
            .average()
            .orElseThrow();
    List<CpuSample> loaded =
        phase.run().cpu().stream()
            .filter(
                sample ->
                    sample.startUs() + phase.shiftUs() >= phase.firstRequestSecond() * 1_000_000
                        && sample.endUs() + phase.shiftUs()
                            <= phase.lastRequestSecond() * 1_000_000)
            .toList();
    double user = loaded.stream().mapToDouble(CpuSample::user).average().orElseThrow();
    double system = loaded.stream().mapToDouble(CpuSample::system).average().orElseThrow();
    return new Figures(
        mean,
        Math.sqrt(square) / pageMean,
        user,
        system,
        loaded.stream().mapToDouble(CpuSample::iowait).average().orElseThrow(),
        (user + system) / 100 * run.cpus,
        phase.run().concurrency(),
        phase.run().queries().size());
  }
}
