package io.tierlens.cli.report.html;

import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.WindowRow;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws the course of one run: how long requests took, above the CPU modes of its machines, above
 * what the hypervisor charged. All runs have the same scales and the same lanes.
 */
final class CourseDrawing {

  /** Labels of the axes, in percent of the width. */
  private static final double GUTTER = 15;

  private static final double PLOT = Canvas.FULL - GUTTER;
  private static final int BAND = 20;
  private static final int HEAD = 20;
  private static final int HEAT = 130;
  private static final int LANE = 64;
  private static final int GAP = 8;
  private static final int DOMAIN_STYLES = 5;

  /** Letters of a window's name that a percent of the narrowest drawing holds. */
  private static final double LETTERS_A_PERCENT = 0.42;

  private final Figures figures;
  private final CourseScale scale;

  CourseDrawing(Figures figures, CourseScale scale) {
    this.figures = figures;
    this.scale = scale;
  }

  Drawing of(RunCourse course, List<WindowRow> windows, String id) {
    Canvas canvas = new Canvas(1, Canvas.FULL);
    double y = BAND;
    canvas.label(0, 0, y + 14, "start", "lane", "time of a request");
    y += HEAD;
    heat(canvas, course, y);
    y += HEAT + GAP;
    List<String> machines = CourseScale.machines(course);
    for (int i = 0; i < Math.max(1, scale.cpuLanes()); i++) {
      String machine = i < machines.size() ? machines.get(i) : null;
      head(canvas, machine == null ? "CPU" : "CPU of " + Canvas.shortName(machine), y);
      cpu(canvas, course, machine, i == 0, y + HEAD);
      y += HEAD + LANE + GAP;
    }
    List<String> hypervisors = CourseScale.hypervisors(course);
    for (int i = 0; i < scale.hostLanes(); i++) {
      String hypervisor = i < hypervisors.size() ? hypervisors.get(i) : null;
      head(
          canvas,
          hypervisor == null
              ? "CPUs that a hypervisor charged"
              : "CPUs that " + Canvas.shortName(hypervisor) + " charged",
          y);
      charged(canvas, course, hypervisor, i == 0, y + HEAD);
      y += HEAD + LANE + GAP;
    }
    windows(canvas, course, windows, y - GAP);
    axis(canvas, y - GAP);
    spots(canvas, course, y - GAP);
    canvas.say(CourseTable.summary(course, scale, figures));
    return canvas.drawing(id, "Course of " + course.run(), y + 14);
  }

  private static void head(Canvas canvas, String text, double y) {
    canvas.label(0, 0, y + 14, "start", "lane", text);
  }

  /** Cells of one shade that follow each other are one rectangle. */
  private void heat(Canvas canvas, RunCourse course, double y) {
    Map<Integer, int[]> shades = new TreeMap<>();
    for (RunCourse.RequestBin cell : course.requests()) {
      int row = scale.slowest() - cell.step();
      if (cell.bin() >= 0 && cell.bin() < scale.bins()) {
        shades.computeIfAbsent(row, any -> new int[scale.bins()])[cell.bin()] =
            scale.shade(cell.requests());
      }
    }
    StringBuilder[] paths = new StringBuilder[6];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = new StringBuilder();
    }
    shades.forEach(
        (row, bins) -> {
          for (int bin = 0; bin < bins.length; ) {
            int end = bin + 1;
            while (end < bins.length && bins[end] == bins[bin]) {
              end++;
            }
            paths[bins[bin]]
                .append('M').append(bin).append(' ').append(row)
                .append('h').append(end - bin).append("v1h").append(bin - end).append('z');
            bin = end;
          }
        });
    List<Drawing.Area> areas = new ArrayList<>();
    for (int shade = 1; shade < paths.length; shade++) {
      if (!paths[shade].isEmpty()) {
        areas.add(new Drawing.Area(paths[shade].toString(), "heat" + shade));
      }
    }
    frame(canvas, y, HEAT);
    if (areas.isEmpty()) {
      absent(canvas, y);
      return;
    }
    canvas.plane(
        new Drawing.Plane(GUTTER, y, PLOT, HEAT, scale.bins(), scale.steps(), areas));
    for (double us : scale.durations()) {
      double at = y + scale.row(us) / scale.steps() * HEAT;
      canvas.stroke(GUTTER, at, Canvas.FULL, at, "grid");
      canvas.label(GUTTER, -5, at + 4, "end", "tick", figures.duration(us));
    }
  }

  private void cpu(Canvas canvas, RunCourse course, String machine, boolean first, double y) {
    frame(canvas, y, LANE);
    if (machine == null) {
      if (first) {
        absent(canvas, y);
      }
      return;
    }
    StringBuilder user = new StringBuilder();
    StringBuilder system = new StringBuilder();
    StringBuilder iowait = new StringBuilder();
    StringBuilder steal = new StringBuilder();
    for (RunCourse.CpuBin bin : course.cpu()) {
      if (bin.host().equals(machine)) {
        double from = column(user, bin.bin(), 100, bin.user(), 100);
        from = column(system, bin.bin(), from, bin.system(), 100);
        from = column(iowait, bin.bin(), from, bin.iowait(), 100);
        column(steal, bin.bin(), from, bin.steal(), 100);
      }
    }
    plane(
        canvas,
        y,
        List.of(
            new Drawing.Area(user.toString(), "user"),
            new Drawing.Area(system.toString(), "system"),
            new Drawing.Area(iowait.toString(), "iowait"),
            new Drawing.Area(steal.toString(), "steal")));
    canvas.label(GUTTER, -5, y + 9, "end", "tick", "100 %");
    canvas.label(GUTTER, -5, y + LANE, "end", "tick", "0 %");
  }

  private void charged(
      Canvas canvas, RunCourse course, String hypervisor, boolean first, double y) {
    frame(canvas, y, LANE);
    if (hypervisor == null) {
      if (first) {
        absent(canvas, y);
      }
      return;
    }
    List<String> domains = CourseScale.domains(course, hypervisor);
    double[] from = new double[scale.bins()];
    Arrays.fill(from, 100);
    List<Drawing.Area> areas = new ArrayList<>();
    for (int i = 0; i < domains.size(); i++) {
      StringBuilder path = new StringBuilder();
      for (RunCourse.DomainBin bin : course.domains()) {
        if (bin.hypervisor().equals(hypervisor)
            && bin.domain().equals(domains.get(i))
            && bin.bin() < from.length) {
          from[bin.bin()] = column(path, bin.bin(), from[bin.bin()], bin.cores(), scale.cores());
        }
      }
      areas.add(
          new Drawing.Area(path.toString(), "domain" + Math.min(i, DOMAIN_STYLES - 1)));
    }
    plane(canvas, y, areas);
    canvas.label(GUTTER, -5, y + 9, "end", "tick", Figures.cores(scale.cores()));
    canvas.label(GUTTER, -5, y + LANE, "end", "tick", "0");
  }

  /** Adds a value on top of what is there; returns its upper edge, of 100 units down. */
  private static double column(
      StringBuilder path, int bin, double from, Double value, double most) {
    if (value == null || value <= 0 || most <= 0) {
      return from;
    }
    double height = Math.round(Math.min(from, value / most * 100) * 10) / 10.0;
    if (height > 0) {
      path.append('M').append(bin).append(' ').append(short1(from)).append("h1v-");
      path.append(short1(height)).append("h-1z");
    }
    return Math.round((from - height) * 10) / 10.0;
  }

  private static String short1(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private void plane(Canvas canvas, double y, List<Drawing.Area> areas) {
    canvas.plane(
        new Drawing.Plane(
            GUTTER,
            y,
            PLOT,
            LANE,
            scale.bins(),
            100,
            areas.stream().filter(area -> !area.path().isEmpty()).toList()));
  }

  private static void frame(Canvas canvas, double y, int height) {
    canvas.stroke(GUTTER, y, Canvas.FULL, y, "grid");
    canvas.stroke(GUTTER, y + height, Canvas.FULL, y + height, "axis");
  }

  private static void absent(Canvas canvas, double y) {
    canvas.label(GUTTER, 8, y + 30, "start", "faint", Figures.NOT_IN_LOGS);
  }

  private double x(double bin) {
    return GUTTER + Math.max(0, Math.min(1, bin / scale.bins())) * PLOT;
  }

  private void windows(
      Canvas canvas, RunCourse course, List<WindowRow> windows, double bottom) {
    boolean odd = false;
    for (WindowRow window : windows) {
      double from = x(bin(course, window.startTime()));
      double to = x(bin(course, window.endTime()));
      if (to <= from) {
        continue;
      }
      String span =
          scale.elapsed(bin(course, window.startTime()))
              + " to "
              + scale.elapsed(bin(course, window.endTime()));
      canvas.box(
          from, to, 2, BAND - 4, odd ? "window odd" : "window", window.name() + ", " + span);
      canvas.stroke(from, BAND - 2, from, bottom, "edge");
      canvas.stroke(to, BAND - 2, to, bottom, "edge");
      int letters = (int) ((to - from) * LETTERS_A_PERCENT);
      if (letters >= 4) {
        String name = Printable.fit(Printable.text(window.name()), letters);
        canvas.label((from + to) / 2, 0, BAND - 6, "middle", "tick", name);
      }
      odd = !odd;
    }
  }

  private static double bin(RunCourse course, Instant at) {
    return Duration.between(course.start(), at).toMillis() * 1000.0 / course.binUs();
  }

  private void axis(Canvas canvas, double y) {
    canvas.label(GUTTER, 0, y + 16, "start", "tick", "0:00");
    canvas.label(x(scale.bins() / 2.0), 0, y + 16, "middle", "tick",
        scale.elapsed(scale.bins() / 2.0));
    canvas.label(Canvas.FULL, 0, y + 16, "end", "tick", scale.elapsed(scale.bins()));
  }

  private void spots(Canvas canvas, RunCourse course, double bottom) {
    List<String> words = CourseTable.bins(course, scale, figures);
    for (int bin = 0; bin < words.size(); bin++) {
      canvas.spot(x(bin), x(bin + 1), BAND, bottom - BAND, words.get(bin));
    }
  }
}
