/** What sar prints and sadf exports alike: how CPUs were used, and every other figure. */
package io.tierlens.formats.sysstat;
