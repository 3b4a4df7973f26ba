package io.tierlens.attribution.math;

import java.util.Arrays;

/** The edges of an assignment, row by row, each row with a price for no column at all. */
public final class SparseCosts {
  private final int columns;
  private final double[] priceOfNone;
  private final int[] firstEdge;
  private int[] edgeColumn;
  private double[] edgeCost;
  private int row;
  private int edges;

  public SparseCosts(int rows, int columns) {
    this.columns = columns;
    this.priceOfNone = new double[rows];
    this.firstEdge = new int[rows + 1];
    this.edgeColumn = new int[Math.max(8, 4 * rows)];
    this.edgeCost = new double[edgeColumn.length];
  }

  /** Adds an edge to the row that is being filled. */
  public void edge(int column, double cost) {
    if (edges == edgeColumn.length) {
      edgeColumn = Arrays.copyOf(edgeColumn, 2 * edges);
      edgeCost = Arrays.copyOf(edgeCost, 2 * edges);
    }
    edgeColumn[edges] = column;
    edgeCost[edges++] = cost;
  }

  /** Ends the row that is being filled; the next edges are the next row's. */
  public void endRow(double priceOfNoColumn) {
    priceOfNone[row++] = priceOfNoColumn;
    firstEdge[row] = edges;
  }

  int rows() {
    return priceOfNone.length;
  }

  int columns() {
    return columns;
  }

  int firstEdge(int row) {
    return firstEdge[row];
  }

  int column(int edge) {
    return edgeColumn[edge];
  }

  double cost(int edge) {
    return edgeCost[edge];
  }

  double priceOfNone(int row) {
    return priceOfNone[row];
  }
}
