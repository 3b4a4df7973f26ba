/** What changed between two runs, and whether it is more than chance. */
package io.tierlens.attribution.difference;
