/**
 * Figures and phrases in the form that people read; every renderer and every sentence uses them.
 */
package io.tierlens.cli.report.words;
