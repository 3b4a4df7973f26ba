/** What sadf exports from recordings of sar: tables, lines of metrics, JSON. */
package io.tierlens.formats.sadf;
