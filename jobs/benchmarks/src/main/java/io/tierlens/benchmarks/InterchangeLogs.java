package io.tierlens.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Logs of Interchange in memory, the same ones at every call. */
final class InterchangeLogs {

  private static final long SEED = 5;
  private static final long FIRST_SECOND = 1_795_349_800;
  private static final int WORKERS = 5;

  private InterchangeLogs() {}

  /** A bench.log: every page has two lines, and those of several workers lie among each other. */
  static byte[] benchLog(int lines) {
    Traffic traffic = new Traffic(SEED, FIRST_SECOND);
    StringBuilder text = new StringBuilder(lines * 128);
    String[] open = new String[WORKERS];
    int counter = 0;
    for (int line = 0; line < lines; line++) {
      traffic.next();
      int worker = traffic.random().nextInt(WORKERS);
      if (open[worker] == null) {
        counter++;
        String before =
            traffic.address() + '\t' + traffic.path() + '\t' + traffic.session() + '\t' + worker;
        open[worker] = before + "\t%d\t" + counter + '\t';
        text.append(before).append('\t').append(traffic.second()).append('\t').append(counter);
        text.append("\t\n");
      } else {
        text.append(open[worker].replace("%d", Long.toString(traffic.second())));
        text.append(String.format(Locale.ROOT, "%.3f", traffic.durationUs() / 1e6)).append('\n');
        open[worker] = null;
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] usertrack(int lines) {
    Traffic traffic = new Traffic(SEED, FIRST_SECOND);
    StringBuilder text = new StringBuilder(lines * 128);
    for (int line = 0; line < lines; line++) {
      traffic.next();
      String client = traffic.address();
      text.append("20261122\t").append(traffic.session()).append(':').append(client);
      text.append("\t\t").append(client).append('\t').append(traffic.second()).append("\t\t");
      text.append(line % 3 == 0 ? "VIEWPAGE=index" : "VIEWPROD=os28110 Mighty Mouse Tin Snips");
      text.append(line % 7 == 0 ? "&ADDITEM=os28110,Tin Snips\n" : "\n");
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
