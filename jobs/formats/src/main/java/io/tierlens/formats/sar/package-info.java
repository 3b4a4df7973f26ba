/** The text that sar prints, of any age and language: CPU modes and all other figures over time. */
package io.tierlens.formats.sar;
