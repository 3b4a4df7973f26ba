package io.tierlens.pipeline.suggest;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.ingest.TimeSpan;
import io.tierlens.pipeline.run.HadoopLogFile;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * What a hypervisor's dump says of the machines on it, whether or not it tells when that was.
 *
 * @param vcpus of each domain, in the dump's order
 * @param hostCpus of the machine itself; null where the dump does not tell
 * @param span of the samples; where {@code assumed}, as if the dump began at noon of 1970-01-01
 *     UTC; null without samples
 * @param assumed whether only options can tell the times
 * @param stamps what the times were taken from
 * @param spacing what the counters tell of the intervals, compared with one second; may be empty
 */
record DomainCensus(
    String file,
    Map<String, Integer> vcpus,
    Integer hostCpus,
    TimeSpan span,
    boolean assumed,
    String stamps,
    String spacing) {

  /** Domains are told by name in the first samples; later ones are those that were started. */
  private static final int MOST_DOMAINS = 1000;

  private static final Set<String> KINDS = Set.of("xentop", "virt-top", "esxtop");

  /** The host itself, as Xen names it. */
  private static final String OWN_DOMAIN = "Domain-0";

  DomainCensus {
    vcpus = Collections.unmodifiableMap(new LinkedHashMap<>(vcpus));
  }

  static boolean isDump(SurveyedFile file) {
    return KINDS.contains(file.file().kind());
  }

  /**
   * Reads a dump.
   *
   * @throws IOException if it cannot be read
   */
  static DomainCensus of(SurveyedFile dump, Configuration configuration) throws IOException {
    boolean assumed = dump.survey().text().firstTimeUs() == null;
    ReadOptions options = dump.toRead().readOptions();
    if (assumed) {
      // Noon: whatever time of day a dump prints is then of the same day.
      options =
          options.with(ReadOptions.START, "1970-01-01T12:00:00Z").with(ReadOptions.INTERVAL, "1s");
    }
    Map<String, Integer> vcpus = new LinkedHashMap<>();
    Integer hostCpus = null;
    TimeSpan span = null;
    HadoopLogFile file = HadoopLogFile.of(dump.file(), configuration);
    LineReader lines = new LineReader(Codec.decode(file.open(0)), options.maxLineBytes());
    String stamps;
    String spacing;
    try (RecordReader reader =
        dump.file().format().open(lines, options, Selection.ALL, new Account(reject -> {}))) {
      while (reader.next()) {
        LogRecord record = reader.record();
        if (vcpus.size() < MOST_DOMAINS && !record.isNull(DomainRecord.DOMAIN)) {
          vcpus.merge(record.textAt(DomainRecord.DOMAIN), vcpus(record), Math::max);
        }
        if (!record.isNull(DomainRecord.HOST_CPUS)) {
          hostCpus = (int) record.longAt(DomainRecord.HOST_CPUS);
        }
        if (!record.isNull(DomainRecord.INTERVAL_END)) {
          long end = record.longAt(DomainRecord.INTERVAL_END);
          span = new TimeSpan(end, end).plus(span);
        }
      }
      Map<String, String> facts = reader.observations().facts();
      stamps = facts.getOrDefault("stamps", "");
      spacing = facts.getOrDefault("interval by counters", "");
    }
    return new DomainCensus(dump.file().name(), vcpus, hostCpus, span, assumed, stamps, spacing);
  }

  private static int vcpus(LogRecord record) {
    return record.isNull(DomainRecord.VCPUS) ? 0 : (int) record.longAt(DomainRecord.VCPUS);
  }

  /** The guests: all domains but the host's own. */
  Map<String, Integer> guests() {
    Map<String, Integer> guests = new LinkedHashMap<>(vcpus);
    guests.remove(OWN_DOMAIN);
    return guests;
  }

  /** Whether the dump prints the time of day, and lacks the date only. */
  boolean hasClock() {
    return assumed && stamps.startsWith("time of day");
  }

  /** What the counters tell of the intervals, as the end of a sentence; may be empty. */
  String spacingWords() {
    int end = spacing.indexOf(", ");
    return end < 0 ? "" : "; by its counters samples are " + spacing.substring(0, end) + " apart";
  }
}
