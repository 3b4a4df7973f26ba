/**
 * Statements of SQL as MySQL and its kin read them: their normal form, the tags in their comments,
 * and whether they end where a statement can end. Knows nothing of the logs that hold them.
 */
package io.tierlens.formats.sql;
