package io.tierlens.cli.report.html;

import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The course of a run as rows of figures, for those who can't see or point at the drawing. */
final class CourseTable {

  /** A table of more rows is no longer read. */
  private static final int ROWS = 12;

  private CourseTable() {}

  /**
   * Some bins together.
   *
   * @param from first bin
   * @param to the bin behind the last
   * @param requests how many started
   * @param medianUs upper edge of the step that the median is in, null without requests
   * @param user percent, null where no sample is
   * @param system likewise
   * @param iowait likewise
   * @param steal likewise
   * @param charged CPUs, null where the hypervisor tells nothing
   */
  record Row(
      int from,
      int to,
      long requests,
      Double medianUs,
      Double user,
      Double system,
      Double iowait,
      Double steal,
      Double charged) {

    /** The row in words, cell by cell. */
    List<String> cells(CourseScale scale, Figures figures) {
      return List.of(
          scale.elapsed(from) + " to " + scale.elapsed(to),
          Figures.count(requests),
          requests == 0 ? "" : figures.duration(medianUs),
          Figures.percent(user),
          Figures.percent(system),
          Figures.percent(iowait),
          Figures.percent(steal),
          Figures.cores(charged));
    }
  }

  /** The run in some rows of equal length. */
  static List<Row> rows(RunCourse course) {
    int width = Math.max(1, (course.bins() + ROWS - 1) / ROWS);
    List<Row> rows = new ArrayList<>();
    for (int from = 0; from < course.bins(); from += width) {
      rows.add(row(course, from, Math.min(course.bins(), from + width)));
    }
    return rows;
  }

  /** One line for each bin. */
  static List<String> bins(RunCourse course, CourseScale scale, Figures figures) {
    List<String> lines = new ArrayList<>();
    for (int bin = 0; bin < course.bins(); bin++) {
      lines.add(words(row(course, bin, bin + 1), scale, figures));
    }
    return lines;
  }

  /** All of the run in one sentence. */
  static String summary(RunCourse course, CourseScale scale, Figures figures) {
    return course.run() + ", " + words(row(course, 0, course.bins()), scale, figures);
  }

  private static String words(Row row, CourseScale scale, Figures figures) {
    StringBuilder words = new StringBuilder();
    words.append(scale.elapsed(row.from())).append(" to ").append(scale.elapsed(row.to()));
    words.append(": ").append(Figures.count(row.requests()));
    words.append(row.requests() == 1 ? " request" : " requests");
    if (row.medianUs() != null) {
      words.append(", half of them within ").append(figures.duration(row.medianUs()));
    }
    part(words, "user", row.user());
    part(words, "system", row.system());
    part(words, "iowait", row.iowait());
    part(words, "steal", row.steal());
    if (row.charged() != null) {
      words.append(", ").append(Figures.cores(row.charged())).append(" CPUs charged");
    }
    return words.toString();
  }

  private static void part(StringBuilder words, String mode, Double percent) {
    if (percent != null) {
      words.append(", ").append(mode).append(' ').append(Figures.percent(percent));
    }
  }

  private static Row row(RunCourse course, int from, int to) {
    Map<Integer, Long> steps = new TreeMap<>();
    long requests = 0;
    for (RunCourse.RequestBin cell : course.requests()) {
      if (cell.bin() >= from && cell.bin() < to) {
        steps.merge(cell.step(), cell.requests(), Long::sum);
        requests += cell.requests();
      }
    }
    Mean user = new Mean();
    Mean system = new Mean();
    Mean iowait = new Mean();
    Mean steal = new Mean();
    for (RunCourse.CpuBin bin : course.cpu()) {
      if (bin.bin() >= from && bin.bin() < to) {
        user.add(bin.user());
        system.add(bin.system());
        iowait.add(bin.iowait());
        steal.add(bin.steal());
      }
    }
    return new Row(
        from,
        to,
        requests,
        median(steps, requests),
        user.value(),
        system.value(),
        iowait.value(),
        steal.value(),
        charged(course, from, to));
  }

  private static Double median(Map<Integer, Long> steps, long requests) {
    long seen = 0;
    for (Map.Entry<Integer, Long> step : steps.entrySet()) {
      seen += step.getValue();
      if (2 * seen >= requests) {
        return RunCourse.fromUs(step.getKey() + 1);
      }
    }
    return null;
  }

  /** All domains together, over the bins that have a sample. */
  private static Double charged(RunCourse course, int from, int to) {
    Map<Integer, Double> sums = new TreeMap<>();
    for (RunCourse.DomainBin bin : course.domains()) {
      if (bin.bin() >= from && bin.bin() < to) {
        sums.merge(bin.bin(), bin.cores(), Double::sum);
      }
    }
    Mean mean = new Mean();
    sums.values().forEach(mean::add);
    return mean.value();
  }

  /** A mean that is null without values. */
  private static final class Mean {

    private double sum;
    private int count;

    void add(Double value) {
      if (value != null) {
        sum += value;
        count++;
      }
    }

    Double value() {
      return count == 0 ? null : sum / count;
    }
  }
}
