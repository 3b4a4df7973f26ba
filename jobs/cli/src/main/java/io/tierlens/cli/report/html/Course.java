package io.tierlens.cli.report.html;

import java.util.List;

/**
 * The course of one run as a drawing and as figures.
 *
 * @param run its name
 * @param drawing all of it
 * @param domains names of the domains of its hypervisors, in the order of their colours
 * @param rows the same in figures, each cell in words
 */
public record Course(String run, Drawing drawing, List<String> domains, List<List<String>> rows) {

  /** Copies the lists. */
  public Course {
    domains = List.copyOf(domains);
    rows = List.copyOf(rows);
  }
}
