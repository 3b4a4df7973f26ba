package io.tierlens.pipeline.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.difference.BatchComparison;
import io.tierlens.attribution.table.Comparison;
import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.attribute.AttributeJob;
import io.tierlens.pipeline.ingest.IngestJob;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.run.RunResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/how-attribution-works.md: its logs give its figures. */
class WorkedExampleIT {
  private static final Path PAGE = Path.of("..", "..", "docs", "how-attribution-works.md");
  private static final Pattern LOG =
      Pattern.compile("(?s)\n(Old|New), `([a-z.]+)`[^`]*?\n\n```text\n(.*?)```");
  private static final Pattern PRODUCT =
      Pattern.compile(
          "\\((.*?) ([+-]) (.*?)\\)(?: / 2)? x \\((.*?) ([+-]) (.*?)\\)(?: / 2)? = (.*)");
  private static final String[] TIERS = {"request", "web", "app", "db"};
  private static final String[] MODES = {"user", "system", "iowait", "steal"};

  private static final SparkSession SPARK = SparkSessions.shared();

  @TempDir private static Path folder;
  private static String page;
  private static Lake lake;
  private static List<Comparison> comparisons;

  @BeforeAll
  static void runTheExample() throws IOException {
    page = Files.readString(PAGE);
    Matcher yaml = Pattern.compile("(?s)```yaml\n(run: old\n.*?)```").matcher(page);
    assertThat(yaml.find()).isTrue();
    Configuration configuration = new Configuration();
    lake = Lake.create(folder.resolve("lake").toString(), configuration);
    for (String run : List.of("old", "new")) {
      Path logs = Files.createDirectory(folder.resolve(run));
      Files.writeString(logs.resolve("run.yaml"), yaml.group(1).replace("run: old", "run: " + run));
      List<MatchResult> blocks =
          LOG.matcher(page)
              .results()
              .filter(log -> log.group(1).toLowerCase(Locale.ROOT).equals(run))
              .toList();
      assertThat(blocks).hasSize(4);
      for (MatchResult log : blocks) {
        Files.writeString(logs.resolve(log.group(2)), log.group(3));
      }
      RunResolver resolver = new RunResolver(configuration, null, null);
      IngestJob.builder()
          .spark(SPARK)
          .lake(lake)
          .run(resolver.resolve(List.of(logs.toString())).get(0))
          .mode(IngestJob.Mode.FAILFAST)
          .build()
          .run();
      AttributeJob.of(SPARK, lake, run, Progress.NONE).run();
    }
    comparisons =
        new CompareJob(SPARK, lake, Progress.NONE)
            .compare(ComparedRun.read(SPARK, lake, "old"), ComparedRun.read(SPARK, lake, "new"))
            .comparisons();
  }

  @Test
  void everyRequestIsSplitAsThePageSays() {
    List<String[]> rows = table("| request | page | whole |");
    assertThat(rows).hasSize(8);
    for (String[] row : rows) {
      String run = row[0].startsWith("o") ? "old" : "new";
      Row request =
          lake.table(SPARK, "request", run)
              .join(
                  lake.table(SPARK, "access", run).select("request_key", "request_id", "path"),
                  "request_key")
              .where("request_id = '" + row[0] + "'")
              .select("duration_us", "web_self_us", "app_self_us", "db_us", "level", "path")
              .first();
      for (int i = 0; i < TIERS.length; i++) {
        assertThat(request.getLong(i)).isEqualTo(1000 * Long.parseLong(row[i + 2]));
      }
      assertThat(request.getString(4)).isEqualTo("L0");
      assertThat("`" + request.getString(5) + "`").isEqualTo(row[1]);
    }
  }

  @Test
  void meansAreThoseOfThePage() {
    List<String[]> rows = table("| mean | whole |");
    assertThat(rows).hasSize(2);
    for (String[] row : rows) {
      for (int i = 0; i < TIERS.length; i++) {
        double meanUs =
            lake.table(SPARK, "run_tier", row[0])
                .where("window_name is null and tier = '" + TIERS[i] + "'")
                .select("mean_us")
                .first()
                .getDouble(0);
        assertThat(meanUs).as(TIERS[i]).isCloseTo(1000 * number(row[i + 1]), within(0.01));
      }
    }
  }

  @Test
  void cpuTimeIsThatOfThePage() {
    List<String[]> rows = table("| CPU ms per request |");
    assertThat(rows).hasSize(2);
    for (String[] row : rows) {
      for (int i = 0; i < MODES.length; i++) {
        assertThat(demand(row[0], MODES[i], "ms_per_request"))
            .as("%s of %s", MODES[i], row[0])
            .isCloseTo(number(row[i + 1]), within(1e-6));
      }
    }
    assertThat(page).contains("0.4 busy CPUs in the old run, with 0.45 requests in the stack");
    assertThat(demand("old", "user", "busy_cores") + demand("old", "system", "busy_cores"))
        .isCloseTo(0.4, within(1e-9));
    assertThat(demand("old", "user", "concurrency")).isCloseTo(0.45, within(1e-9));
  }

  @Test
  void withinAndMixAreThoseOfThePage() {
    List<String[]> rows = table("| page | within | mix |");
    assertThat(rows).hasSize(3);
    for (String[] row : rows) {
      String endpoint = row[0].equals("both") ? null : "GET " + row[0].replace("`", "");
      assertThat(part(endpoint, "within")).isCloseTo(1000 * result(row[1]), within(0.01));
      assertThat(part(endpoint, "mix")).isCloseTo(1000 * result(row[2]), within(0.01));
    }
    Comparison total =
        comparisons.stream()
            .filter(row -> row.component().equals("total") && row.measure().equals("mean"))
            .filter(row -> row.endpoint() == null && row.tier().equals("request"))
            .findFirst()
            .orElseThrow();
    assertThat(page).contains("The mean grew by 275 ms", "Together 275.");
    assertThat(total.deltaUs()).isCloseTo(275_000, within(0.01));
    assertThat(page).contains("`too_short`");
    assertThat(total.refusal()).isEqualTo("too_short");
  }

  @Test
  void theIntervalIsThatOfThePage() {
    List<String[]> rows = table("| batch means |");
    BatchComparison judged = BatchComparison.of(batches(rows.get(0)), batches(rows.get(1)));
    assertThat(judged.confidencePercent()).isEqualTo(99);
    assertThat(page)
        .contains(
            String.format(
                Locale.ROOT, "So the interval is %.1f to %.1f ms.", judged.low(), judged.high()));
  }

  /** The sum of a component over the tiers, of one endpoint or of all, in microseconds. */
  private static double part(String endpoint, String component) {
    List<Comparison> parts =
        comparisons.stream()
            .filter(row -> row.component().equals(component) && row.measure().equals("mean"))
            .filter(row -> row.endpoint() != null && !row.tier().equals("request"))
            .filter(row -> endpoint == null || row.endpoint().equals(endpoint))
            .toList();
    assertThat(parts).hasSize(endpoint == null ? 6 : 3);
    return parts.stream().mapToDouble(Comparison::deltaUs).sum();
  }

  private static double demand(String run, String mode, String figure) {
    return lake.table(SPARK, "cpu_demand", run)
        .where("window_name is null and mode = '" + mode + "'")
        .select(figure)
        .first()
        .getDouble(0);
  }

  private static double[] batches(String[] row) {
    double[] means = Arrays.stream(row, 1, 5).mapToDouble(Double::parseDouble).toArray();
    assertThat(Arrays.stream(means).average().orElseThrow()).isEqualTo(number(row[5]));
    double squares = Arrays.stream(means).map(m -> Math.pow(m - number(row[5]), 2)).sum();
    assertThat(squares / 3).isCloseTo(number(row[6]), within(0.05));
    return means;
  }

  /** The cells of the rows below a table's head. */
  private static List<String[]> table(String head) {
    List<String> lines = page.lines().dropWhile(line -> !line.startsWith(head)).skip(2).toList();
    List<String[]> rows = new ArrayList<>();
    for (String line : lines) {
      if (!line.startsWith("|")) {
        break;
      }
      rows.add(line.substring(2, line.length() - 2).split(" \\| ", -1));
    }
    return rows;
  }

  /** What stands behind the equals sign, after what is before it was worked out anew. */
  private static double result(String cell) {
    Matcher product = PRODUCT.matcher(cell);
    if (!product.matches()) {
      return number(cell);
    }
    double left = signed(product.group(1), product.group(2), product.group(3));
    double right = signed(product.group(4), product.group(5), product.group(6));
    double result = number(product.group(7));
    assertThat(left * right / (cell.contains(" / 2") ? 2 : 1)).isCloseTo(result, within(1e-9));
    return result;
  }

  private static double signed(String one, String sign, String other) {
    return number(one) + (sign.equals("-") ? -number(other) : number(other));
  }

  private static double number(String cell) {
    return Double.parseDouble(cell.strip());
  }
}
