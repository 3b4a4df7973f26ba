package io.tierlens.formats.esxtop;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.util.List;
import java.util.Optional;

/**
 * The batch output of esxtop and resxtop ({@code -b}), in the form of Windows' performance logs: a
 * header that names thousands of counters, such as {@code \\host\Group Cpu(28868:www)\% Used}, and
 * a line of their values for each sample. Each group of {@code Group Cpu} that is a virtual machine
 * becomes a {@code domain_sample} in each line.
 *
 * <p>Groups are what the hypervisor schedules: machines, and its own parts such as {@code idle},
 * {@code helper} and {@code hostd.2098765}, which are left out. A group is a machine if it has
 * virtual disks, ports of the network or virtual CPUs, or if its name is not like those. Machines
 * are known by their names; where several have the same one, by {@code id:name}.
 *
 * <p>The header tells how many minutes the clock is west of UTC; only where it does not, {@link
 * ReadOptions#TIME_ZONE} counts. Figures are those of the interval. What interval those of the
 * first line are of, nothing tells: there they are null, but for the memory. CPU and ready time are
 * sums over the group, in percent of one CPU. A megabit is taken as 1,000,000 bits.
 */
public final class Esxtop implements LogFormat {

  public static final String KIND = "esxtop";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(DomainRecord.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    return EsxtopSniffer.sniff(head);
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new EsxtopReader(lines, options, selection, account);
  }
}
