package io.tierlens.formats.sadf;

import static java.util.function.Function.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A section of sar: the name that its rows go by, which is that of the first column of sar's text,
 * and its columns, of all versions together.
 *
 * @param item whether it has a row for each of several things
 */
record KnownSection(String name, boolean item, List<String> columns) {

  /** Sections of one row a sample. What stands in two of them begins the one named first. */
  static final List<KnownSection> PLAIN =
      List.of(
          plain("cswch/s"),
          plain("proc/s cswch/s"),
          plain("pswpin/s pswpout/s"),
          plain(
              "pgpgin/s pgpgout/s fault/s majflt/s pgfree/s pgscank/s pgscand/s pgsteal/s %vmeff"
                  + " pgprom/s pgdem/s activepg inadtypg inaclnpg inatarpg"),
          plain("tps rtps wtps dtps bread/s bwrtn/s bdscd/s"),
          plain("frmpg/s bufpg/s campg/s shmpg/s"),
          plain("kbswpfree kbswpused %swpused kbswpcad %swpcad"),
          plain(
              "kbmemfree kbavail kbmemused %memused kbmemshrd kbbuffers kbcached kbcommit %commit"
                  + " kbactive kbinact kbdirty kbshmem kbanonpg kbslab kbkstack kbpgtbl kbvmused"
                  + " kbswpfree kbswpused %swpused kbswpcad %swpcad"),
          plain("kbhugfree kbhugused %hugused kbhugrsvd kbhugsurp"),
          plain(
              "dentunusd file-nr inode-nr pty-nr file-sz inode-sz super-sz %super-sz dquot-sz"
                  + " %dquot-sz rtsig-sz %rtsig-sz"),
          plain("runq-sz plist-sz ldavg-1 ldavg-5 ldavg-15 blocked"),
          plain("call/s retrans/s read/s write/s access/s getatt/s"),
          plain(
              "scall/s badcall/s packet/s udp/s tcp/s hit/s miss/s sread/s swrite/s saccess/s"
                  + " sgetatt/s"),
          plain("totsck tcpsck udpsck rawsck ip-frag tcp-tw"),
          plain("irec/s fwddgm/s idel/s orq/s asmrq/s asmok/s fragok/s fragcrt/s"),
          plain("ihdrerr/s iadrerr/s iukwnpr/s idisc/s odisc/s onort/s asmf/s fragf/s"),
          plain(
              "imsg/s omsg/s iech/s iechr/s oech/s oechr/s itm/s itmr/s otm/s otmr/s iadrmk/s"
                  + " iadrmkr/s oadrmk/s oadrmkr/s"),
          plain(
              "ierr/s oerr/s idstunr/s odstunr/s itmex/s otmex/s iparmpb/s oparmpb/s isrcq/s"
                  + " osrcq/s iredir/s oredir/s"),
          plain("active/s passive/s iseg/s oseg/s"),
          plain("atmptf/s estres/s retrans/s retrseg/s isegerr/s orsts/s"),
          plain("idgm/s odgm/s noport/s idgmerr/s"),
          plain("tcp6sck udp6sck raw6sck ip6-frag"),
          plain(
              "irec6/s fwddgm6/s idel6/s orq6/s asmrq6/s asmok6/s imcpck6/s omcpck6/s fragok6/s"
                  + " fragcr6/s"),
          plain(
              "ihdrer6/s iadrer6/s iukwnp6/s i2big6/s idisc6/s odisc6/s inort6/s onort6/s asmf6/s"
                  + " fragf6/s itrpck6/s"),
          plain(
              "imsg6/s omsg6/s iech6/s iechr6/s oechr6/s igmbq6/s igmbr6/s ogmbr6/s igmbrd6/s"
                  + " ogmbrd6/s irtsol6/s ortsol6/s irtad6/s inbsol6/s onbsol6/s inbad6/s onbad6/s"),
          plain(
              "ierr6/s idtunr6/s odtunr6/s itmex6/s otmex6/s iprmpb6/s oprmpb6/s iredir6/s"
                  + " oredir6/s ipck2b6/s opck2b6/s"),
          plain("idgm6/s odgm6/s noport6/s idgmer6/s"),
          plain("%scpu-10 %scpu-60 %scpu-300 %scpu"),
          plain("%sio-10 %sio-60 %sio-300 %sio %fio-10 %fio-60 %fio-300 %fio"),
          plain("%smem-10 %smem-60 %smem-300 %smem %fmem-10 %fmem-60 %fmem-300 %fmem"));

  /** Sections of several rows a sample. */
  static final List<KnownSection> WITH_ITEMS =
      List.of(
          items("CPU", "total/s dropd/s squeezd/s rx_rps/s flw_lim/s blg_len"),
          items("CPU", "MHz"),
          items("CPU", "wghMHz"),
          items("INTR", "intr/s all"),
          items("TTY", "rcvin/s xmtin/s txmtin/s framerr/s prtyerr/s brk/s ovrun/s"),
          items(
              "DEV",
              "tps blks/s rd_sec/s wr_sec/s rkB/s wkB/s dkB/s avgrq-sz avgqu-sz areq-sz aqu-sz"
                  + " await svctm %util"),
          items(
              "IFACE",
              "rxpck/s txpck/s rxbyt/s txbyt/s rxkB/s txkB/s rxcmp/s txcmp/s rxmcst/s %ifutil"),
          items(
              "IFACE",
              "rxerr/s txerr/s coll/s rxdrop/s txdrop/s txcarr/s rxfram/s rxfifo/s txfifo/s"),
          items("FAN", "rpm drpm"),
          items("TEMP", "degC %temp"),
          items("IN", "inV %in"),
          items("BUS", "maxpower"),
          items("BAT", "%cap cap/min"),
          items("MBfsfree", "MBfsfree MBfsused %fsused %ufsused Ifree Iused %Iused"),
          items("fch_rxf/s", "fch_rxf/s fch_txf/s fch_rxw/s fch_txw/s"));

  /** The column behind which the oldest memory section had no swap any more. */
  static final String COMMIT = "kbcommit";

  private static final Map<String, KnownSection> PLAIN_BY_COLUMN = byColumn(PLAIN);
  private static final Map<String, KnownSection> WITH_ITEMS_BY_COLUMN = byColumn(WITH_ITEMS);
  private static final Set<String> PLAIN_FIRST =
      PLAIN.stream().map(KnownSection::name).collect(Collectors.toUnmodifiableSet());

  private static KnownSection plain(String columns) {
    List<String> names = List.of(columns.split(" "));
    return new KnownSection(names.get(0), false, names);
  }

  private static KnownSection items(String name, String columns) {
    return new KnownSection(name, true, List.of(columns.split(" ")));
  }

  private static Map<String, KnownSection> byColumn(List<KnownSection> sections) {
    return sections.stream()
        .flatMap(section -> section.columns().stream())
        .distinct()
        .collect(Collectors.toUnmodifiableMap(identity(), column -> first(sections, column)));
  }

  private static KnownSection first(List<KnownSection> sections, String column) {
    return sections.stream()
        .filter(section -> section.columns().contains(column))
        .findFirst()
        .orElseThrow();
  }

  /** The section that a column is of, or null. */
  static KnownSection of(String column, boolean item) {
    return (item ? WITH_ITEMS_BY_COLUMN : PLAIN_BY_COLUMN).get(column);
  }

  /** Whether a section of one row a sample begins with this column. */
  static boolean beginsPlain(String column) {
    return PLAIN_FIRST.contains(column);
  }

  boolean has(String column) {
    return columns.contains(column);
  }
}
