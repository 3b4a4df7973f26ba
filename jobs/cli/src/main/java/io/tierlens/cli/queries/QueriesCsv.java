package io.tierlens.cli.queries;

import io.tierlens.cli.report.csv.CsvCells;
import io.tierlens.pipeline.queries.Example;
import io.tierlens.pipeline.queries.Measures;
import io.tierlens.pipeline.queries.QueryClass;
import io.tierlens.pipeline.queries.QueryDigest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** Digests as CSV, a line for each class and one for the others. */
final class QueriesCsv implements QueriesRenderer {

  private static final String[] HEADER = {
    "run",
    "rank",
    "fingerprint_id",
    "command",
    "fingerprint",
    "entries",
    "statements",
    "total_us",
    "share",
    "mean_us",
    "min_us",
    "max_us",
    "p50_us",
    "p95_us",
    "p99_us",
    "variance_to_mean_s",
    "lock_us",
    "lock_share",
    "rows_sent",
    "rows_sent_mean",
    "rows_examined",
    "rows_examined_mean",
    "examined_per_sent",
    "rows_affected",
    "rows_affected_mean",
    "bytes_sent",
    "bytes_sent_mean",
    "first_time",
    "last_time",
    "start_slack_us",
    "untimed_entries",
    "below_10us",
    "below_100us",
    "below_1ms",
    "below_10ms",
    "below_100ms",
    "below_1s",
    "below_10s",
    "from_10s",
    "no_request_share",
    "example_host",
    "example_file",
    "example_line",
    "pt_query_id"
  };

  @Override
  public void render(List<ZonedDigest> digests, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, CsvCells.format(HEADER));
    for (ZonedDigest zoned : digests) {
      QueryDigest digest = zoned.digest();
      for (QueryClass row : digest.classes()) {
        Example example = row.example();
        List<String> cells = new ArrayList<>();
        cells.add(CsvCells.text(digest.run()));
        cells.add(CsvCells.number(row.rank()));
        cells.add(CsvCells.text(row.fingerprintId()));
        cells.add(CsvCells.text(row.command()));
        cells.add(CsvCells.text(row.fingerprint()));
        addMeasures(row.measures(), cells);
        cells.add(row.tied() == null ? "" : CsvCells.number(row.tied().noRequestShare()));
        cells.add(CsvCells.text(example.host()));
        cells.add(CsvCells.text(example.file()));
        cells.add(CsvCells.number(example.line()));
        cells.add(CsvCells.text(example.ptQueryId()));
        printer.printRecord(cells);
      }
      if (digest.others() != null) {
        List<String> cells = new ArrayList<>();
        cells.addAll(List.of(CsvCells.text(digest.run()), "", "others", "", ""));
        addMeasures(digest.others(), cells);
        cells.addAll(List.of("", "", "", "", ""));
        printer.printRecord(cells);
      }
    }
    printer.flush();
  }

  private static void addMeasures(Measures of, List<String> cells) {
    Number[] beforeTimes = {
      of.entries(),
      of.statements(),
      of.totalUs(),
      of.share(),
      of.meanUs(),
      of.minUs(),
      of.maxUs(),
      of.p50Us(),
      of.p95Us(),
      of.p99Us(),
      of.varianceToMeanS(),
      of.lockUs(),
      of.lockShare(),
      of.rowsSent(),
      of.rowsSentMean(),
      of.rowsExamined(),
      of.rowsExaminedMean(),
      of.examinedPerSent(),
      of.rowsAffected(),
      of.rowsAffectedMean(),
      of.bytesSent(),
      of.bytesSentMean()
    };
    for (Number value : beforeTimes) {
      cells.add(CsvCells.number(value));
    }
    cells.add(instant(of.firstTime()));
    cells.add(instant(of.lastTime()));
    cells.add(CsvCells.number(of.startSlackUs()));
    cells.add(CsvCells.number(of.untimedEntries()));
    of.decades().forEach(count -> cells.add(CsvCells.number(count)));
  }

  private static String instant(Instant instant) {
    return instant == null ? "" : instant.toString();
  }
}
