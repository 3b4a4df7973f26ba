/**
 * Conditions under which a comparison of runs fails: read from text, and judged by what a report
 * says. All times are microseconds.
 */
package io.tierlens.cli.gate;
