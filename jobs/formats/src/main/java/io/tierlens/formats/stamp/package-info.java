/** Time stamps of logs, read from bytes. */
package io.tierlens.formats.stamp;
