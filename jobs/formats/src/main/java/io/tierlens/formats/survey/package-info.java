/** One pass over a whole file for what it is: its rows, times, digests and facts. */
package io.tierlens.formats.survey;
