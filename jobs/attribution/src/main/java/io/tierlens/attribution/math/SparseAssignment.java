package io.tierlens.attribution.math;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Ties rows to columns one to one at the least total cost, where a row can take only the columns of
 * its edges, or none at a price of its own.
 *
 * <p>Rows enter one by one, each along a shortest augmenting path over reduced costs. The search
 * ends at the nearest free column, so a row costs as much as its neighbourhood is crowded, however
 * large the whole is.
 */
public final class SparseAssignment {
  private final SparseCosts costs;
  private final double[] rowPrice;
  private final double[] columnPrice;
  private final int[] rowOfColumn;
  private final int[] columnOfRow;
  private final double[] distance;
  private final int[] reachedFrom;
  private final int[] reachedBy;
  private final boolean[] settled;

  private record Reach(double distance, int column) {}

  private SparseAssignment(SparseCosts costs) {
    this.costs = costs;
    int columns = costs.columns() + costs.rows();
    rowPrice = new double[costs.rows()];
    columnPrice = new double[columns];
    rowOfColumn = new int[columns];
    columnOfRow = new int[costs.rows()];
    distance = new double[columns];
    reachedFrom = new int[columns];
    reachedBy = new int[columns];
    settled = new boolean[columns];
    Arrays.fill(rowOfColumn, -1);
    Arrays.fill(columnOfRow, -1);
    Arrays.fill(reachedBy, -1);
  }

  /** The column of each row, -1 for none. */
  public static int[] solve(SparseCosts costs) {
    SparseAssignment assignment = new SparseAssignment(costs);
    for (int row = 0; row < costs.rows(); row++) {
      assignment.enter(row);
    }
    int[] columns = assignment.columnOfRow;
    for (int row = 0; row < columns.length; row++) {
      if (columns[row] >= costs.columns()) {
        columns[row] = -1;
      }
    }
    return columns;
  }

  private void enter(int entering) {
    PriorityQueue<Reach> frontier =
        new PriorityQueue<>((a, b) -> Double.compare(a.distance, b.distance));
    int[] scanned = new int[8];
    int scannedCount = 0;
    int row = entering;
    double reached = 0;
    int free = -1;
    while (free < 0) {
      for (int edge = costs.firstEdge(row); edge < costs.firstEdge(row + 1); edge++) {
        relax(entering, row, costs.column(edge), costs.cost(edge), reached, frontier);
      }
      // A column of the row's own stands for "none".
      relax(entering, row, costs.columns() + row, costs.priceOfNone(row), reached, frontier);
      Reach nearest = frontier.remove();
      while (settled[nearest.column]) {
        nearest = frontier.remove();
      }
      int column = nearest.column;
      reached = nearest.distance;
      settled[column] = true;
      if (scannedCount == scanned.length) {
        scanned = Arrays.copyOf(scanned, 2 * scannedCount);
      }
      scanned[scannedCount++] = column;
      if (rowOfColumn[column] < 0) {
        free = column;
      } else {
        row = rowOfColumn[column];
      }
    }
    rowPrice[entering] += reached;
    for (int i = 0; i < scannedCount; i++) {
      int column = scanned[i];
      settled[column] = false;
      if (column != free) {
        double change = reached - distance[column];
        rowPrice[rowOfColumn[column]] += change;
        columnPrice[column] -= change;
      }
    }
    augment(entering, free);
  }

  private void relax(
      int entering, int row, int column, double cost, double reached, PriorityQueue<Reach> to) {
    double through = reached + cost - rowPrice[row] - columnPrice[column];
    boolean seen = reachedBy[column] == entering;
    if (seen && (settled[column] || through >= distance[column])) {
      return;
    }
    reachedBy[column] = entering;
    distance[column] = through;
    reachedFrom[column] = row;
    to.add(new Reach(through, column));
  }

  private void augment(int entering, int free) {
    int column = free;
    while (true) {
      int row = reachedFrom[column];
      int before = columnOfRow[row];
      rowOfColumn[column] = row;
      columnOfRow[row] = column;
      if (row == entering) {
        return;
      }
      column = before;
    }
  }
}
