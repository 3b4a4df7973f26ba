package io.tierlens.formats;

import static io.tierlens.formats.ReadOptions.FORMAT;
import static io.tierlens.formats.ReadOptions.INTERVAL;
import static io.tierlens.formats.ReadOptions.START;
import static io.tierlens.formats.ReadOptions.TIME_ZONE;
import static io.tierlens.formats.ReadOptions.YEAR;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A recording of one kind of log.
 *
 * @param path among the test resources
 * @param options what it can be read with
 * @param words such as its lines are made of
 * @param wordsOfLine the most words that a line made of them may have
 */
record Sample(String kind, String path, ReadOptions options, List<String> words, int wordsOfLine) {

  private static final ReadOptions NEW_YORK = ReadOptions.NONE.with(TIME_ZONE, "America/New_York");

  static final List<Sample> ALL =
      List.of(
          new Sample(
              "apache-access",
              "apache/access_log",
              ReadOptions.NONE.with(FORMAT, "combined %D"),
              words(
                  "192.0.2.7|::1|-|ann|[22/Nov/2026:06:20:31 -0500]|[31/Feb/2026:25:20:31 +9999]|"
                      + "\"GET /a?b HTTP/1.1\"|\"OPTIONS * HTTP/1.0\"|\"quit|\"|\\x22|200|304|12|-5|"
                      + "\"http://r/\"|\"-\"|\"Agent 1\"|99999999999999999999|www.shop.test:443"),
              12),
          new Sample(
              "apache-access",
              "apache/access_rich_log",
              ReadOptions.NONE.with(
                  FORMAT,
                  "%{begin:sec}t.%{begin:usec_frac}t %{end:sec}t.%{end:usec_frac}t"
                      + " [%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}t%{%z}t] %{UNIQUE_ID}e"
                      + " %{X-Request-Rid}i %P %h %m \"%U%q\" %>s %I %O %D %{ms}T %X"),
              words(
                  "1795349798.636149|1795349800.149334|179534980.1|[2026-11-22T07:16:38.636-0500]|"
                      + "[2026-02-31T07:16:38.636Z]|[|awLdJiIL2ReCwvc3QmIGGwAAAAI|413|::1|GET|"
                      + "\"/a?b\"|\"*\"|\"|200|-|-7|99999999999999999999|.|+"),
              15),
          new Sample(
              "apache-access",
              "apache/nginx_timed.log",
              ReadOptions.NONE.with(
                  FORMAT,
                  "nginx $request_time $upstream_response_time $msec $time_iso8601 $request_id"
                      + " $pid $connection \"$http_x_forwarded_for\""),
              words(
                  "192.0.2.7|::1|-|ann|[25/Nov/2026:13:22:27 +0000]|[31/Feb/2026:25:20:31 +9999]|"
                      + "\"GET /a?b HTTP/1.1\"|\"\"|\"|200|12|\"http://r/\"|\"-\"|0.011|0.0,|"
                      + "1795612920.026|1795612920|2026-11-25T13:22:00+00:00|2026-02-31T00:00:00Z|"
                      + "bc3d3fec72d996bcf7e72480fbe292a2|25155|,"),
              16),
          new Sample(
              "interchange-bench",
              "interchange/bench.log",
              ReadOptions.NONE,
              words(
                  "192.0.2.7\t/shop/a?b\ta5\t7\t1795349798\t1\t|"
                      + "192.0.2.7\t/shop/a?b\ta5\t7\t1795349799\t1\t0.250|"
                      + "x\t/\tb\t8\t1795349799\t1\t|x\t/\tb\t8\t1795349700\t1\t0.1|\t|-|1\t2\t3"),
              2),
          new Sample(
              "interchange-usertrack",
              "interchange/usertrack",
              ReadOptions.NONE,
              words(
                  "20261122\ta5:192.0.2.7\tann\t192.0.2.7\t1795349800\t\tVIEWPAGE=index&ADDITEM=x|"
                      + "20261122\ta5\t\t-\t1795349800\t\tVIEWPROD=b c|\t|20261122|=&|VIEWPAGE=|&"),
              2),
          new Sample(
              "interchange-error",
              "interchange/error.log",
              ReadOptions.NONE,
              words(
                  "192.0.2.1|a5:192.0.2.1|Ann|B|[22/November/2026:07:16:27 -0500]|strap|/cgi-bin/x|"
                      + "bad query|>|> near|[|]|\"|-|[22/Nowember/2026:07:16:27 -0500]"),
              9),
          new Sample(
              "interchange-error",
              "interchange/syslog",
              NEW_YORK.with(YEAR, "2026-12"),
              words(
                  "Dec 31 23:58:01|Feb 31 00:00:00|www1|interchange[123]:|interchange:|sshd[7]:|>|x|"
                      + "2027-01-01T00:00:10.250-05:00|2027-01-01T05:00:12Z|<158>1|<158>Jan  1|"
                      + "2027-13-01T00:00:10Z|[a@1 b=\"]\\\" c\"]|-|bad query|interchange 123 - -"),
              9),
          new Sample(
              "interchange-debug",
              "interchange/debug.log",
              ReadOptions.NONE,
              words(
                  "[22/Nov/2026:07:16:38 -0500] pid=389  h GET /x begin dispatch: 0.01 0 0 0|"
                      + "[22/Nov/2026:07:16:39 -0500] pid=389 c h GET /x end connection: 0.5 1 0 0|"
                      + "[22/Nov/2026:07:16:38 -0500] pid=x begin dispatch: 0.01 0 0 0|"
                      + "[22/Nov/2026:07:16:40 -0500] pid=388     begin connection.|{|'a' => 1,|"
                      + "Start DEBUG at Sun Nov 22 07:16:30 2026|end connection: 1 1 1 1|end cgi read:"),
              2),
          new Sample(
              "app-timing",
              "apptiming/app-timing.log",
              ReadOptions.NONE,
              words(
                  "start\tduration_us\tpid\tpath\tx|1795349798.636149\t1513185\t389\t/a?b\t\\t|"
                      + "1795349798\t-\t\t/\t-|start\tduration_us|1795349798.5\t12|\t|start|-1|\\|"
                      + "start\tstart\tduration_us"),
              2),
          new Sample(
              "mysql-slow-log",
              "mysql/mariadb-10.11.log",
              NEW_YORK,
              words(
                  "# Time: 2026-11-22T10:56:46.813858Z|# Time: |# Time: 261122  7:16:29|"
                      + "# User@Host: a[b] @ c [d]  Id:   9|# User@Host:|#|# Schema:|"
                      + "# Query_time: 1  Lock_time: 0 Rows_sent: 0  Rows_examined: 0|"
                      + "SET timestamp=1;|SET ;|use x;|use ;|select 1;|;|'|\u0000|\r|"
                      + "/usr/sbin/mysqld, Version: 8.0.33 (x). started with:|"
                      + "Tcp port: 0  Unix socket: (null)|# explain: a\tb|  Tmp_tables: 1|"
                      + "# administrator command: Quit;|# Time: # User@Host: x @ y"),
              1),
          new Sample("sar", "sar/sar_A_C.txt", NEW_YORK, sarWords(), 8),
          new Sample("sar", "sar/sar_A_12h.txt", NEW_YORK, sarWords(), 4),
          new Sample("sar", "sar/sar_u_C.txt", ReadOptions.NONE, sarWords(), 2),
          new Sample("sar", "sar/locales/zh_HK.txt", NEW_YORK, sarWords(), 2),
          new Sample("sar", "sar/options/colours.txt", NEW_YORK, sarWords(), 2),
          new Sample("sadf", "sadf/v12.6.1.sadf-dC.csv", NEW_YORK, sadfWords(";"), 9),
          new Sample("sadf", "sadf/v12.6.1.sadf-dh.csv", NEW_YORK, sadfWords(";"), 12),
          new Sample("sadf", "sadf/v12.6.1.sadf-pC.txt", NEW_YORK, sadfWords("\t"), 4),
          new Sample("sadf", "sadf/v12.6.1.sadf-j.json", NEW_YORK, sadfJsonWords(), 9),
          new Sample("xentop", "xentop/xentop.txt", scheduled(), xentopWords(), 7),
          new Sample("xentop", "xentop/xentop_f_ts.txt", NEW_YORK, xentopWords(), 4),
          new Sample("xentop", "xentop/xentop_vxnf.txt", scheduled(), xentopWords(), 12),
          new Sample(
              "esxtop",
              "esxtop/esxtop.csv",
              ReadOptions.NONE,
              words(
                  "\"(PDH-CSV 4.0) (UTC)(0)\",\"\\\\h\\Group Cpu(7:www)\\% Used\""
                      + "|\"11/22/2026 07:16:27\",\"1.50\"|\"11/22/2026 07:16:32\",\"\""
                      + "|(PDH-CSV 4.0),\\\\h\\Group Cpu(7:www)\\% Ready,\\\\h\\Group Cpu(8:a(b)\\% Used,"
                      + "|11/22/2026 07:16:37,1,2,|\"02/31/2026 07:16:27\",\"1\"|\"||,|\"\""
                      + "|\"(PDH-CSV 4.0) (X)(-60)\",\"\\\\h\\Group Cpu(7:a\"b)\\% Used\""),
              1),
          new Sample(
              "virt-top",
              "virttop/virt-top.csv",
              NEW_YORK.with(START, "2026-11-22T23:59:51-05:00"),
              words(
                  "kvm1,23:59:59,x86_64,8,1,1,0,0,0,0,0,1,0,2.0,32817036,1,1,1,7,www,1e8,0.4,9,0,"
                      + ",,1,2\n|Hostname,Time,Domain ID,Domain name,%CPU\n|h,00:00:01,4,a,1.\n|"
                      + "h,00:00:04,4,a,nan,5,\"b, c\",2.5e-05\n|h,25:00:00,4,a,1.\n|\"|\n|,|\"\"\n"),
              4));

  /** Short ones of sar that have what those above have not: restarts, odd times, many headers. */
  static final List<Sample> SHORT =
      List.of(
          new Sample("sar", "sar/times/restart.en_US.txt", NEW_YORK, sarWords(), 3),
          new Sample("sar", "sar/times/dstback.C.txt", NEW_YORK, sarWords(), 3),
          new Sample("sar", "sar/options/live.txt", NEW_YORK, sarWords(), 3));

  private static List<String> words(String parted) {
    return List.of(parted.split("\\|", -1));
  }

  private static ReadOptions scheduled() {
    return NEW_YORK.with(START, "2009-01-23T10:00:00-05:00").with(INTERVAL, "2s");
  }

  private static List<String> sarWords() {
    return words(
        "Linux|(vm)|11/22/26|(2|CPU)|10:00:00|23:59:59|AM|PM|CPU|%user|%usr|%nice|%system|%sys|"
            + "%idle|all|0|1.00|99,5|N/A|nan|LINUX|RESTART|COM|Average:|:|FILESYSTEM|tps|DEVICE|"
            + "10時00分05秒|#|-|\u001b[31m|12345678901234567890.12|%|18446744073709551615|"
            + "2.4G|0.0k|下午|DEV|kbmemfree|\u001b[0mM");
  }

  private static List<String> sadfWords(String separator) {
    return words(
            "# hostname;interval;timestamp;CPU;%user;%nice;%system;%idle|vm;2;2026-11-22 10:42:07 UTC;|"
                + "vm;2;2026-11-22 05:42:07;|vm;2;1795344127;|vm;-1;1795344127;LINUX-RESTART\t(2 CPU)|"
                + "# hostname;interval;timestamp;IFACE;rxkB/s[...];runq-sz|-1;|all;|cpu0;|-;|0;|eth0;|"
                + "%user;|%idle;|tps;|25.89;|25,89;|nan;|100;|;|vm;-1;1795344127;COM a;b|INTR;CPU*|"
                + "kbmemfree;|12345678901234567890.12;|vm;0;2026-11-22 10:42:07 EST;")
        .stream()
        .map(word -> word.replace(";", separator))
        .toList();
  }

  private static List<String> sadfJsonWords() {
    return words(
        "{|}|[|]|,|:|\"hosts\": [|{\"nodename\": \"vm\",|\"number-of-cpus\": 2,|"
            + "\"statistics\": [|{\"timestamp\": {\"date\": \"2026-11-22\", \"time\": \"10:51:57\","
            + " \"utc\": 1, \"interval\": 1},|\"cpu-load\": [|{\"cpu\": \"all\", \"user\": 1.00,"
            + " \"nice\": 0, \"system\": 2.00, \"idle\": 97.00}|\"queue\": {\"runq-sz\": 5}|"
            + "\"x\": {\"y\": 1e5, \"z\": null}|true|\"\\u00e9\"|1|{\"sysstat\": {");
  }

  private static List<String> xentopWords() {
    return words(
        "NAME|STATE|CPU(sec)|CPU(%)|VCPUS|VBD_RSECT|NETTX(k)|www|Domain-0|--b---|-----r|dsbcpr|10|"
            + "0.5|no|limit|n/a|-|1232722800.5|2009-01-23|10:00:00|2009-01-23T10:00:00Z|Fri|Jan|23|"
            + "2009|EST|PM|xentop|Xen|3.0.3|VCPUs(sec):|0:|5s|VBD|Net0|RX:|[x]|Mem:|"
            + "18446744073709551615|9999-99-99T99:99:99+99:99|9999999999999999");
  }

  /** Whether its lines are of a format that somebody made up, which nobody could guess. */
  boolean needsItsFormat() {
    return options.text(FORMAT).filter(format -> format.startsWith("%")).isPresent();
  }

  LogFormat format() {
    return LogFormats.ofKind(kind).orElseThrow();
  }

  byte[] bytes() {
    return Reading.resource(path);
  }

  /** Every kind has at least one. */
  static Map<String, List<Sample>> byKind() {
    return ALL.stream().collect(Collectors.groupingBy(Sample::kind));
  }

  @Override
  public String toString() {
    return path;
  }
}
