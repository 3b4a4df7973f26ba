package io.tierlens.attribution.math;

/** Student's t distribution. */
public final class StudentT {
  private static final double TINY = 1e-300;

  private StudentT() {}

  /** The t that a variable with these degrees of freedom exceeds in size with probability p. */
  public static double twoSided(double p, double degreesOfFreedom) {
    double low = 0;
    double high = 1;
    while (exceeding(high, degreesOfFreedom) > p) {
      high *= 2;
    }
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (exceeding(middle, degreesOfFreedom) > p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Probability of a size above t. */
  public static double exceeding(double t, double degreesOfFreedom) {
    return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
  }

  /** Regularized incomplete beta function. */
  private static double incompleteBeta(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    // The fraction converges fast only on one side of the mean.
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /** Continued fraction of the incomplete beta function, evaluated from its front (Lentz). */
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= 500; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < 1e-14) {
        break;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Stirling's series, for arguments above 0; small ones are first moved to where it is good. */
  static double logGamma(double x) {
    double moved = 0;
    double y = x;
    while (y < 12) {
      moved += Math.log(y);
      y++;
    }
    double square = y * y;
    double series =
        (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / (1680 * square)) / square) / square) / y;
    return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - moved;
  }
}
