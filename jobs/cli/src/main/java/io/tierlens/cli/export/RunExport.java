package io.tierlens.cli.export;

import io.tierlens.pipeline.export.CpuUse;
import io.tierlens.pipeline.export.DomainUse;
import io.tierlens.pipeline.export.ExportedRun;
import io.tierlens.pipeline.export.LoggedRequest;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Writes a run in one format. The rows come one after the other and are let go of as they are
 * written.
 *
 * @param requests in the order of their logged starts
 * @param cpuUse asked for only where the format shows it, as is {@code domainUse}
 */
public record RunExport(
    ExportedRun run,
    Iterator<LoggedRequest> requests,
    Supplier<Iterator<CpuUse>> cpuUse,
    Supplier<Iterator<DomainUse>> domainUse) {

  /**
   * Writes all of it.
   *
   * @param written is told how many requests have been written, now and then
   */
  public void writeTo(Writer out, ExportFormat format, LongConsumer written) throws IOException {
    TraceWriter writer = format.writer(run, out);
    ByStart traces = new ByStart(requests, new TraceBuilder(run));
    long count = 0;
    while (traces.hasNext()) {
      writer.write(traces.next());
      count++;
      if (count % 1_000 == 0) {
        written.accept(count);
      }
    }
    if (writer.showsMachines()) {
      for (Iterator<CpuUse> uses = cpuUse.get(); uses.hasNext(); ) {
        writer.write(uses.next());
      }
      for (Iterator<DomainUse> uses = domainUse.get(); uses.hasNext(); ) {
        writer.write(uses.next());
      }
    }
    writer.finish();
  }
}
