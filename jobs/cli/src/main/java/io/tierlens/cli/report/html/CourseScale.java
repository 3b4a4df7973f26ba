package io.tierlens.cli.report.html;

import io.tierlens.cli.report.facts.RunCourse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * What all courses of a report are drawn by, so that one can be held against another.
 *
 * @param binUs width of a bin
 * @param bins of the longest run
 * @param fastest first step of duration
 * @param slowest last step of duration
 * @param most requests in the fullest cell
 * @param cpuLanes machines of the run that has most of them
 * @param hostLanes hypervisors of the run that has most of them
 * @param cores CPUs charged in the busiest bin of a hypervisor
 */
record CourseScale(
    long binUs,
    int bins,
    int fastest,
    int slowest,
    long most,
    int cpuLanes,
    int hostLanes,
    double cores) {

  /** More lanes than these are not drawn. */
  private static final int LANES = 3;

  static CourseScale of(List<RunCourse> courses) {
    int bins = 1;
    int fastest = Integer.MAX_VALUE;
    int slowest = Integer.MIN_VALUE;
    long most = 1;
    int cpuLanes = 0;
    int hostLanes = 0;
    double cores = 0;
    for (RunCourse course : courses) {
      bins = Math.max(bins, course.bins());
      for (RunCourse.RequestBin cell : course.requests()) {
        fastest = Math.min(fastest, cell.step());
        slowest = Math.max(slowest, cell.step());
        most = Math.max(most, cell.requests());
      }
      cpuLanes = Math.max(cpuLanes, machines(course).size());
      List<String> hypervisors = hypervisors(course);
      hostLanes = Math.max(hostLanes, hypervisors.size());
      for (String hypervisor : hypervisors) {
        double[] charged = new double[course.bins()];
        for (RunCourse.DomainBin bin : course.domains()) {
          if (bin.hypervisor().equals(hypervisor) && bin.bin() < charged.length) {
            charged[bin.bin()] += bin.cores();
            cores = Math.max(cores, charged[bin.bin()]);
          }
        }
      }
    }
    return new CourseScale(
        courses.isEmpty() ? 1 : courses.get(0).binUs(),
        bins,
        slowest < fastest ? 0 : fastest,
        slowest < fastest ? 0 : slowest,
        most,
        Math.min(LANES, cpuLanes),
        Math.min(LANES, hostLanes),
        cores);
  }

  /** Machines in the order in which they come. */
  static List<String> machines(RunCourse course) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    course.cpu().forEach(bin -> names.add(bin.host()));
    return List.copyOf(names);
  }

  /** Hypervisors in the order in which they come. */
  static List<String> hypervisors(RunCourse course) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    course.domains().forEach(bin -> names.add(bin.hypervisor()));
    return List.copyOf(names);
  }

  /** Domains of a hypervisor in the order in which they come. */
  static List<String> domains(RunCourse course, String hypervisor) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    course.domains().stream()
        .filter(bin -> bin.hypervisor().equals(hypervisor))
        .forEach(bin -> names.add(bin.domain()));
    return List.copyOf(names);
  }

  /** Steps of duration that are drawn. */
  int steps() {
    return slowest - fastest + 1;
  }

  /** How full a cell is, from 1 to 5; each step is the same factor. */
  int shade(long requests) {
    double full = Math.log1p((double) requests) / Math.log1p((double) most);
    return 1 + (int) Math.min(4, Math.floor(full * 5 - 1e-9));
  }

  /** Round durations, microseconds, that lie on the axis: five at most. */
  List<Double> durations() {
    double from = RunCourse.fromUs(fastest);
    double to = RunCourse.fromUs(slowest + 1);
    for (double[] of : new double[][] {{1, 2, 5}, {1, 3}, {1}}) {
      List<Double> ticks = new ArrayList<>();
      for (int decade = 0; decade < 12; decade++) {
        for (double factor : of) {
          double us = factor * Math.pow(10, decade);
          if (us >= from && us <= to) {
            ticks.add(us);
          }
        }
      }
      if (ticks.size() <= 5) {
        return ticks;
      }
    }
    return List.of();
  }

  /** Where a duration lies, counted in steps from the slowest down. */
  double row(double us) {
    double step = RunCourse.STEPS_A_DOUBLING * Math.log(us) / Math.log(2);
    return slowest + 1 - step;
  }

  /** Elapsed time at which a bin begins: {@code 2:30}, or {@code 1:02:30} from an hour on. */
  String elapsed(double bin) {
    long seconds = Math.round(bin * binUs / 1e6);
    String rest = String.format(Locale.ROOT, "%d:%02d", seconds / 60 % 60, seconds % 60);
    return seconds < 3600
        ? rest
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
