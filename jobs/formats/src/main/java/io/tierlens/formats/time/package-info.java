/**
 * Printed times to instants, without a look at the machine's zone or clock. Each class reads the
 * stamps of one family of logs; {@link io.tierlens.formats.time.WallClock} knows the zones.
 */
package io.tierlens.formats.time;
