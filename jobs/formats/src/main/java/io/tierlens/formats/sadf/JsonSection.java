package io.tierlens.formats.sadf;

import static java.util.Map.entry;

import io.tierlens.formats.bytes.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that sar has for what stands in one kind of JSON object: the export leaves out units
 * and percent signs. Of objects that are not known here the names are kept as they are.
 */
final class JsonSection {
  private static final String PERCENT = "-percent";

  private static final byte[] SWAP = Ascii.bytes("kbswp");
  private static final byte[] SWAP_PERCENT = Ascii.bytes("%swp");
  private static final byte[] SWAP_SECTION = Ascii.bytes("kbswpfree");

  /** More names than any version has are not remembered. */
  private static final int MOST_NAMES = 1024;

  /** The disk figures of old sar, in sectors, which stand beside those in kilobytes. */
  private static final List<String> IN_SECTORS =
      List.of("rd_sec", "wr_sec", "dc_sec", "avgrq-sz", "avgqu-sz");

  private static final Map<String, JsonSection> KNOWN =
      Map.ofEntries(
          known("cpu-load", "CPU", "cpu", "%", ""),
          known("cpu-load-all", "CPU", "cpu", "%", ""),
          known("process-and-context-switch", "proc/s", null, "", "/s"),
          known("interrupts", "INTR", "intr", "", "", "value", "intr/s"),
          known("swap-pages", "pswpin/s", null, "", "/s"),
          known("paging", "pgpgin/s", null, "", "/s"),
          known(
              "io", "tps", null, "", "", "bread", "bread/s", "bwrtn", "bwrtn/s", "bdscd",
              "bdscd/s"),
          known("memory", "kbmemfree", null, "kb", "", "inactive", "kbinact"),
          known("hugepages", "kbhugfree", null, "kb", ""),
          known("kernel", "dentunusd", null, "", ""),
          known("queue", "runq-sz", null, "", ""),
          known("serial", "TTY", "line", "", "/s"),
          known(
              "disk",
              "DEV",
              "disk-device",
              "",
              "",
              "rd_sec",
              "rd_sec/s",
              "wr_sec",
              "wr_sec/s",
              "dc_sec",
              "dc_sec/s",
              "rkB",
              "rkB/s",
              "wkB",
              "wkB/s",
              "dkB",
              "dkB/s"),
          known("net-dev", "IFACE", "iface", "", "/s"),
          known("net-edev", "IFACE", "iface", "", "/s"),
          known("net-nfs", "call/s", null, "", "/s"),
          known("net-nfsd", "scall/s", null, "", "/s"),
          known("net-sock", "totsck", null, "", ""),
          known("net-ip", "irec/s", null, "", "/s"),
          known("net-eip", "ihdrerr/s", null, "", "/s"),
          known("net-icmp", "imsg/s", null, "", "/s"),
          known("net-eicmp", "ierr/s", null, "", "/s"),
          known("net-tcp", "active/s", null, "", "/s"),
          known("net-etcp", "atmptf/s", null, "", "/s"),
          known("net-udp", "idgm/s", null, "", "/s"),
          known("net-sock6", "tcp6sck", null, "", ""),
          known("net-ip6", "irec6/s", null, "", "/s"),
          known("net-eip6", "ihdrer6/s", null, "", "/s"),
          known("net-icmp6", "imsg6/s", null, "", "/s"),
          known("net-eicmp6", "ierr6/s", null, "", "/s"),
          known("net-udp6", "idgm6/s", null, "", "/s"),
          known("softnet", "CPU", "cpu", "", "/s", "blg_len", "blg_len"),
          known("cpu-frequency", "CPU", "number", "", "", "frequency", "MHz"),
          known("cpu-weighted-frequency", "CPU", "number", "", "", "weighted-frequency", "wghMHz"),
          known("fan-speed", "FAN", "number", "", ""),
          known("temperature", "TEMP", "number", "", "", "percent-temp", "%temp"),
          known("voltage-input", "IN", "number", "", "", "percent-in", "%in"),
          known("usb-devices", "BUS", "bus_number", "", ""),
          known("filesystems", "MBfsfree", "filesystem", "", ""),
          known("fchosts", "fch_rxf/s", "fchost", "", "/s"),
          pressure("psi-cpu", "cpu"),
          pressure("psi-io", "io"),
          pressure("psi-mem", "mem"));

  private final String name;
  private final byte[] section;
  private final String itemKey;
  private final boolean known;
  private final String prefix;
  private final String suffix;
  private final Map<String, String> renamed;
  private final Map<String, byte[]> metrics = new HashMap<>();

  private JsonSection(
      String name,
      String section,
      boolean known,
      String itemKey,
      String prefix,
      String suffix,
      Map<String, String> renamed) {
    this.name = name;
    this.section = section.getBytes(StandardCharsets.UTF_8);
    this.known = known;
    this.itemKey = itemKey;
    this.prefix = prefix;
    this.suffix = suffix;
    this.renamed = renamed;
  }

  private static Map.Entry<String, JsonSection> known(
      String name,
      String section,
      String itemKey,
      String prefix,
      String suffix,
      String... renamed) {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < renamed.length; i += 2) {
      names.put(renamed[i], renamed[i + 1]);
    }
    return entry(name, new JsonSection(name, section, true, itemKey, prefix, suffix, names));
  }

  private static Map.Entry<String, JsonSection> pressure(String name, String of) {
    Map<String, String> names = new HashMap<>();
    for (String kind : List.of("some", "full")) {
      String column = "%" + kind.charAt(0) + of;
      names.put(kind + "_avg", column);
      for (String seconds : List.of("10", "60", "300")) {
        names.put(kind + "_avg" + seconds, column + "-" + seconds);
      }
    }
    String first = "%s" + of + "-10";
    return entry(name, new JsonSection(name, first, true, null, "", "", names));
  }

  /** The section of an object or array with this name. */
  static JsonSection of(String name) {
    JsonSection found = KNOWN.get(name);
    return found != null ? found : new JsonSection(name, name, false, null, "", "", Map.of());
  }

  static boolean isKnown(String name) {
    return KNOWN.containsKey(name);
  }

  boolean isKnown() {
    return known;
  }

  String name() {
    return name;
  }

  /** Whether rows have an item, by what is known of the section. */
  boolean canHaveItem() {
    return !known || itemKey != null;
  }

  boolean isItem(String key) {
    return key.equals(itemKey);
  }

  /** The name of sar's section that a figure is of. */
  byte[] section(byte[] metric) {
    boolean swap =
        name.equals("memory")
            && (Ascii.startsWith(metric, 0, metric.length, SWAP)
                || Ascii.startsWith(metric, 0, metric.length, SWAP_PERCENT));
    return swap ? SWAP_SECTION : section;
  }

  /** The name that sar prints above a figure. */
  byte[] metric(String key) {
    byte[] found = metrics.get(key);
    if (found == null) {
      found = column(key).getBytes(StandardCharsets.UTF_8);
      if (metrics.size() < MOST_NAMES) {
        metrics.put(key, found);
      }
    }
    return found;
  }

  private String column(String key) {
    String other = renamed.get(key);
    if (other != null || !known) {
      return other != null ? other : key;
    }
    return key.endsWith(PERCENT)
        ? "%" + key.substring(0, key.length() - PERCENT.length())
        : prefix + key + suffix;
  }

  /** Whether sar leaves out a figure of an object that has these. */
  boolean isDouble(String key, List<String> keys) {
    return name.equals("disk") && IN_SECTORS.contains(key) && keys.contains("rkB");
  }
}
