package io.tierlens.attribution.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseAssignmentTest {
  @Test
  void costsAsLittleAsTheBestOfAll() {
    Random random = new Random(1);
    for (int round = 0; round < 3000; round++) {
      int rows = random.nextInt(7);
      int columns = random.nextInt(7);
      double[][] cost = new double[rows][columns];
      double[] none = new double[rows];
      SparseCosts costs = new SparseCosts(rows, columns);
      for (int row = 0; row < rows; row++) {
        none[row] = random.nextInt(12);
        for (int column = 0; column < columns; column++) {
          boolean edge = random.nextInt(3) > 0;
          cost[row][column] = edge ? random.nextInt(20) - 6 : Double.POSITIVE_INFINITY;
          if (edge) {
            costs.edge(column, cost[row][column]);
          }
        }
        costs.endRow(none[row]);
      }
      int[] columnOf = SparseAssignment.solve(costs);
      assertThat(total(cost, none, columnOf))
          .isCloseTo(best(cost, none, 0, new boolean[columns]), within(1e-9));
      assertThat(Arrays.stream(columnOf).filter(c -> c >= 0)).doesNotHaveDuplicates();
    }
  }

  @Test
  void crowdedChainOfManyRowsIsSolved() {
    int size = 20_000;
    SparseCosts costs = new SparseCosts(size, size);
    for (int row = 0; row < size; row++) {
      for (int column = Math.max(0, row - 3); column <= Math.min(size - 1, row + 3); column++) {
        costs.edge(column, (row - column) * (row - column));
      }
      costs.endRow(100);
    }
    int[] columnOf = SparseAssignment.solve(costs);
    for (int row = 0; row < size; row++) {
      assertThat(columnOf[row]).isEqualTo(row);
    }
  }

  private static double total(double[][] cost, double[] none, int[] columnOf) {
    double total = 0;
    for (int row = 0; row < cost.length; row++) {
      total += columnOf[row] < 0 ? none[row] : cost[row][columnOf[row]];
    }
    return total;
  }

  private static double best(double[][] cost, double[] none, int row, boolean[] taken) {
    if (row == cost.length) {
      return 0;
    }
    double least = none[row] + best(cost, none, row + 1, taken);
    for (int column = 0; column < taken.length; column++) {
      if (!taken[column] && cost[row][column] < Double.POSITIVE_INFINITY) {
        taken[column] = true;
        least = Math.min(least, cost[row][column] + best(cost, none, row + 1, taken));
        taken[column] = false;
      }
    }
    return least;
  }
}
