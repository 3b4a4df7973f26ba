package io.tierlens.attribution.difference;

/**
 * A time at which a run changes its speed, beyond drift.
 *
 * @param windowName window that it lies in; null in a run without windows
 * @param timeUs start of the first request after the change
 * @param beforeUs mean request from the change before (or the beginning) to this
 * @param afterUs mean request from this to the next change (or the end)
 */
public record ChangePoint(
    String run, String windowName, long timeUs, double beforeUs, double afterUs) {}
