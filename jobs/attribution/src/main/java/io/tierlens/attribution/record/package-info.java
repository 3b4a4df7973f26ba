/** What the logs hold, one class a kind of line: what the attribution works on. */
package io.tierlens.attribution.record;
