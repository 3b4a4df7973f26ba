package io.tierlens.pipeline.source;

import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import io.tierlens.pipeline.run.FileSlice;
import io.tierlens.pipeline.run.HadoopLogFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;

/**
 * Reads the slices of a split one after the other. Rejects come before the record in whose search
 * they were found. A slice is opened when the one before it is done.
 */
abstract class SplitReader implements PartitionReader<InternalRow> {
  private final Iterator<FileSlice> slices;
  private final Selection selection;
  private final Configuration configuration;
  private final Queue<Reject> rejects = new ArrayDeque<>();
  private final LogMetrics.Counts counts = new LogMetrics.Counts();
  private CountedFile file;
  private long bytesOfEarlierFiles;
  private Account account;
  private RecordReader records;
  private boolean recordPending;
  private boolean endOfSlice;
  private InternalRow row;

  SplitReader(LogSplit split, Selection selection, Configuration configuration) {
    this.slices = split.slices().iterator();
    this.selection = selection;
    this.configuration = configuration;
  }

  /** A slice begins; its records and rejects follow. */
  abstract void begin(FileSlice slice);

  /** The row of a record, which is reused; null if it makes none. */
  abstract InternalRow row(LogRecord record);

  /** The row of a reject; null if it makes none. */
  abstract InternalRow row(Reject reject);

  @Override
  public final boolean next() throws IOException {
    do {
      row = null;
      if (!rejects.isEmpty()) {
        row = row(rejects.remove());
      } else if (recordPending) {
        recordPending = false;
        row = row(records.record());
      } else if (records == null) {
        if (!slices.hasNext()) {
          return false;
        }
        open(slices.next());
      } else if (endOfSlice) {
        closeSlice();
      } else {
        recordPending = records.next();
        endOfSlice = !recordPending;
      }
    } while (row == null);
    return true;
  }

  private void open(FileSlice slice) throws IOException {
    endOfSlice = false;
    account = new Account(rejects::add);
    file = new CountedFile(HadoopLogFile.of(slice.file(), configuration));
    records = slice.open(file, selection, account);
    begin(slice);
  }

  private void closeSlice() throws IOException {
    records.close();
    records = null;
    counts.add(account);
    account = null;
    bytesOfEarlierFiles += file.bytes();
    file = null;
  }

  @Override
  public final InternalRow get() {
    return row;
  }

  @Override
  public final CustomTaskMetric[] currentMetricsValues() {
    return counts.values(account, bytesOfEarlierFiles + (file == null ? 0 : file.bytes()));
  }

  @Override
  public final void close() throws IOException {
    if (records != null) {
      records.close();
    }
  }
}
