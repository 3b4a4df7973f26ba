package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tierlens.cli.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The notebooks run from top to bottom, in a Python environment made from their requirements, and
 * show the figures that the lake holds. Where no Python or no package index is at hand, all of it
 * is skipped with the reason.
 */
class NotebookIT {
  private static Path python;
  private static Path folder;

  @BeforeAll
  static void environment() throws Exception {
    python = PythonEnvironment.notebooks().python();
    folder = Workspace.fresh("notebooks");
  }

  @Test
  void theTourShowsWhatTheLakeHolds() throws Exception {
    Executed tour = execute("tour", "--lake", DemoLake.lake());
    assertThat(tour.images()).isEqualTo(5);
    assertThat(tour.text())
        .contains(
            expected(
                """
                requests, queries, access = table("request"), table("query"), table("access")
                print(len(queries[queries.run == "virtual"]))
                slowest = requests.loc[requests.duration_us.idxmax()]
                print(f"{slowest.duration_us / 1e6:.3f}")
                print(access[access.request_key == slowest.request_key].line.iloc[0])
                costs = queries[queries.run == "physical"].groupby("fingerprint").query_time_us.sum()
                print(costs.idxmax())
                print(f"{costs.max() / 1e6:.2f}")
                tiers = table("run_tier")
                row = tiers[(tiers.run == "virtual") & (tiers.window_name == "two-clients")
                            & (tiers.tier == "app")].iloc[0]
                print(f"{row.low_us / 1e6:.4f}", f"{row.high_us / 1e6:.4f}", sep="\\n")
                print("No line was rejected.")
                """))
        .contains("<th>refusal</th>", "paravirtual-cost", "America/New_York");
  }

  @Test
  void twoRunsAreComparedInDepth() throws Exception {
    Executed compared = execute("physical-vs-virtual", "--lake", DemoLake.lake());
    assertThat(compared.images()).isEqualTo(10);
    assertThat(compared.text())
        .contains(
            expected(
                """
                def by_run(name, column, **where):
                    rows = table(name)
                    for key, value in where.items():
                        rows = rows[rows[key] == value]
                    return [rows[rows.run == run][column] for run in ("physical", "virtual")]
                def change(before, after, unit):
                    return f"{before:.3g}, then {after:.3g} {unit}"
                two = dict(window_name="two-clients")
                b, c = (us / 1e6 for us in by_run("request", "duration_us", **two))
                print(f"two-clients: median {change(b.median(), c.median(), 's')}")
                print(f"two-clients: the mean request took {change(b.mean(), c.mean(), 's')}")
                b, c = by_run("cpu_demand", "ms_per_request", host="www1", mode="system", **two)
                print("; system " + change(b.iloc[0], c.iloc[0], "ms"))
                charged = table("domain_demand")
                guest = charged[(charged.run == "virtual") & (charged.guest == "www1")
                                & (charged.window_name == "two-clients")].iloc[0]
                print(f"www1 was charged {guest.charged_cores:.2f} CPUs and saw {guest.guest_busy_cores:.2f} busy")
                changes = table("comparison")
                sure = changes[(changes.baseline == "physical") & (changes.candidate == "virtual")
                               & (changes.tier == "request") & changes.endpoint.isna()
                               & changes.window_name.notna() & (changes.component == "total")
                               & changes.measure.isin(["mean", "p50", "p95", "shift"])].significant
                print(f"{(sure == True).sum()} are beyond chance, {(sure == False).sum()} may be chance")
                """))
        .contains("paravirtual-cost: fits", "physical: steal was 0 in every sample");
  }

  /** No sar, no slow log, no hypervisor, no windows, no comparison; runs of other names. */
  @Test
  void whatALakeDoesNotHoldIsSaid() throws Exception {
    Path lake = folder.resolve("poor-lake");
    List<Object> ingest = new ArrayList<>(List.of("ingest", "--lake", lake));
    for (String run : List.of("monday", "tuesday")) {
      Path logs = SmallRuns.access(Files.createDirectories(folder.resolve(run)), 200);
      Files.writeString(
          logs.resolve("run.yaml"),
          """
          run: %s
          hosts:
            www1: {tiers: [web, app, db], time-zone: America/New_York}
          logs:
            - {kind: apache-access, host: www1, path: access_log}
          """
              .formatted(run));
      ingest.add(logs);
    }
    Program.tierlens(ingest.toArray()).succeeds();
    Program.tierlens("attribute", "--lake", lake).succeeds();

    Executed compared = execute("physical-vs-virtual", "--lake", lake);
    assertThat(compared.text())
        .contains(
            "No runs physical and virtual here, but monday, tuesday.",
            "No comparison of these two in the lake",
            "Neither run has sar of a machine of the stack",
            "nothing is known of it, which is not 0",
            "no samples of a hypervisor",
            "no statement is tied to requests in both runs",
            "No table finding");
    assertThat(execute("tour", "--lake", lake).text())
        .contains("nothing is known of its processors", "nothing is known of statements");
  }

  @Test
  void sparkReadsRawLogs() throws Exception {
    Path parquet = folder.resolve("own/access");
    Executed logs =
        execute(
            "raw-logs-with-spark",
            "--logs",
            "sample-data/virtual",
            "--jar",
            "target/tierlens.jar",
            "--set",
            "parquet=" + parquet.toAbsolutePath());
    assertThat(logs.images()).isEqualTo(1);
    assertThat(logs.text())
        .contains(
            expected(
                """
                def of(name):
                    rows = table(name)
                    return rows[rows.run == "virtual"]
                access, queries = of("access"), of("query")
                print(f"{len(access)} rows written, {len(access)} read from the log")
                print(f"0 of {len(access)} rows of your access log")
                costs = queries.groupby("fingerprint").query_time_us.sum()
                print(costs.idxmax())
                print(f"{costs.max() / 1e6:.2f}")
                print(queries.loc[queries.query_time_us.idxmax()].line)
                print(f"slowest request: {access.loc[access.duration_us.idxmax()].start_time:%Y-%m-%d %H:%M:%S}")
                """))
        .contains(
            "Segmentation fault", "bounds [start_time >= ", "columns [start_time, duration_us]");
    assertThat(parquet.resolve("day=2026-11-22")).isDirectory();
  }

  @Test
  void aParameterThatIsMisspeltIsTold() throws Exception {
    Outcome outcome =
        Program.of(
                python,
                "notebooks/execute.py",
                "notebooks/physical-vs-virtual.ipynb",
                "--set",
                "basline=monday",
                "--output",
                folder.resolve("none.ipynb"))
            .run();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.stderr()).contains("no parameter basline", "Did you mean baseline?");
    assertThat(folder.resolve("none.ipynb")).doesNotExist();
  }

  /** A notebook that has run: its texts and tables with single blanks, and how many images. */
  private record Executed(String text, int images) {}

  private static Executed execute(String name, Object... arguments) throws Exception {
    Path output = folder.resolve(name + ".ipynb");
    List<Object> words =
        new ArrayList<>(List.of(python, "notebooks/execute.py", "notebooks/" + name + ".ipynb"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--output", output));
    // Like bin/tierlens: such short work ends before the slower compiler pays.
    Program.of(words.toArray()).with("SPARK_SUBMIT_OPTS", "-XX:TieredStopAtLevel=1").succeeds();

    StringBuilder text = new StringBuilder();
    int images = 0;
    for (JsonNode cell : new ObjectMapper().readTree(output.toFile()).get("cells")) {
      for (JsonNode shown : cell.path("outputs")) {
        assertThat(shown.path("name").asText()).as("warning: %s", shown).isNotEqualTo("stderr");
        images += shown.path("data").has("image/png") ? 1 : 0;
        for (JsonNode lines : List.of(shown.path("text"), shown.path("data").path("text/html"))) {
          lines.forEach(line -> text.append(line.asText()));
        }
      }
    }
    return new Executed(text.toString().replaceAll("\\s+", " "), images);
  }

  /** What pandas and pyarrow alone find in the lake of the sample data, a line each. */
  private static List<String> expected(String script) throws IOException, InterruptedException {
    Path file = folder.resolve("expected.py");
    Files.writeString(
        file,
        """
        import pandas as pd
        def table(name):
            rows = pd.read_parquet(f"%s/{name}")
            return rows.assign(run=rows["run"].astype(str))
        """
                .formatted(DemoLake.lake())
            + script);
    List<String> lines = Program.of(python, file).succeeds().stdout().lines().toList();
    assertThat(lines).isNotEmpty().doesNotContain("");
    return lines;
  }
}
