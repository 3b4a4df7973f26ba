/**
 * From the bytes of a stored file to lines, words and numbers, whatever the format. Nothing here
 * knows of records.
 */
package io.tierlens.formats.bytes;
