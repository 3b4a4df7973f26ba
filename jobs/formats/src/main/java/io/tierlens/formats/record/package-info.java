/** What readers give: records, and an account of the lines that became none. */
package io.tierlens.formats.record;
