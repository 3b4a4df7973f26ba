package io.tierlens.cli.export;

import io.tierlens.pipeline.export.CpuUse;
import io.tierlens.pipeline.export.DomainUse;
import java.io.IOException;

/** Writes a run's traces in one format, as they come. */
interface TraceWriter {

  void write(Trace trace) throws IOException;

  /** Whether what the machines did is of use to it. */
  default boolean showsMachines() {
    return false;
  }

  default void write(CpuUse use) throws IOException {}

  default void write(DomainUse use) throws IOException {}

  /** Nothing more comes; the writer below stays open. */
  void finish() throws IOException;
}
