package io.tierlens.attribution.difference;

/**
 * A sample without one of its batches.
 *
 * @param without number of the batch that is left out; -1 for none
 */
record Part(Sample sample, int without) {

  static Part whole(Sample sample) {
    return new Part(sample, -1);
  }

  boolean has(int request) {
    return without < 0 || sample.batch(request) != without;
  }
}
