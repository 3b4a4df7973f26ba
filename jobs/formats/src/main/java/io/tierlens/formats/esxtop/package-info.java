/** The batch output of esxtop: the machines of an ESX host, a line for each sample. */
package io.tierlens.formats.esxtop;
