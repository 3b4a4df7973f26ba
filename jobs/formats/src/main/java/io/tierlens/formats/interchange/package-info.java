/** Logs of Interchange, the application server: bench.log, usertrack and error.log. */
package io.tierlens.formats.interchange;
