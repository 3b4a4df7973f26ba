/**
 * The kinds of log that can be read: how to recognise a file, open it, and what to tell its reader.
 * {@link io.tierlens.formats.LogFormats} lists them all.
 */
package io.tierlens.formats;
