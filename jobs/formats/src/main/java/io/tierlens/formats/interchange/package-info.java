/** Logs of Interchange, the application server: bench.log, usertrack, error.log, the debug log. */
package io.tierlens.formats.interchange;
