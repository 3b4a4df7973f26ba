/** Rows of the derived tables, one record a table; the schemas say what columns mean. */
package io.tierlens.attribution.table;
