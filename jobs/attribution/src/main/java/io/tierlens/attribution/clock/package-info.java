/**
 * When things happened: stamps as intervals, narrowed by the order of the lines and brought to one
 * clock.
 */
package io.tierlens.attribution.clock;
