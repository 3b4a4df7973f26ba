/**
 * A web server, an application and a database on one machine, simulated event by event, with the
 * logs that they would write and the truth behind them.
 *
 * <p>{@link io.tierlens.attribution.simulation.Simulation} is where to start.
 */
package io.tierlens.attribution.simulation;
