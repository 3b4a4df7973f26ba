package io.tierlens.cli.report.json;

import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.RunCourse.CpuBin;
import io.tierlens.cli.report.facts.RunCourse.DomainBin;
import io.tierlens.cli.report.facts.RunCourse.RequestBin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The course of a run by columns: an object for each bin would make most of a report. */
record CourseJson(
    String run,
    Instant start,
    long binUs,
    int bins,
    Requests requests,
    List<Cpu> cpu,
    List<Domain> domains) {

  /** The n-th entries of the columns belong together, here and below. */
  record Requests(Numbers bin, Numbers step, Numbers requests) {}

  record Cpu(
      String host, Numbers bin, Numbers user, Numbers system, Numbers iowait, Numbers steal) {}

  record Domain(String hypervisor, String domain, Numbers bin, Numbers cores) {}

  /** Numbers and nulls that are written in one line. */
  record Numbers(List<Number> values) {

    static <T> Numbers of(List<T> rows, Function<T, Number> column) {
      List<Number> values = new ArrayList<>();
      rows.forEach(row -> values.add(column.apply(row)));
      return new Numbers(values);
    }
  }

  static CourseJson of(RunCourse course) {
    Map<String, List<CpuBin>> byHost = new LinkedHashMap<>();
    course.cpu().forEach(bin -> group(byHost, bin.host()).add(bin));
    Map<List<String>, List<DomainBin>> byDomain = new LinkedHashMap<>();
    course
        .domains()
        .forEach(bin -> group(byDomain, List.of(bin.hypervisor(), bin.domain())).add(bin));
    return new CourseJson(
        course.run(),
        course.start(),
        course.binUs(),
        course.bins(),
        new Requests(
            Numbers.of(course.requests(), RequestBin::bin),
            Numbers.of(course.requests(), RequestBin::step),
            Numbers.of(course.requests(), RequestBin::requests)),
        byHost.entrySet().stream().map(entry -> cpu(entry.getKey(), entry.getValue())).toList(),
        byDomain.values().stream().map(CourseJson::domain).toList());
  }

  private static Cpu cpu(String host, List<CpuBin> bins) {
    return new Cpu(
        host,
        Numbers.of(bins, CpuBin::bin),
        Numbers.of(bins, CpuBin::user),
        Numbers.of(bins, CpuBin::system),
        Numbers.of(bins, CpuBin::iowait),
        Numbers.of(bins, CpuBin::steal));
  }

  private static Domain domain(List<DomainBin> bins) {
    return new Domain(
        bins.get(0).hypervisor(),
        bins.get(0).domain(),
        Numbers.of(bins, DomainBin::bin),
        Numbers.of(bins, DomainBin::cores));
  }

  private static <K, V> List<V> group(Map<K, List<V>> groups, K key) {
    return groups.computeIfAbsent(key, k -> new ArrayList<>());
  }
}
