/**
 * The slow query log of MySQL and its kin. An entry is cut out of the lines, its clock is
 * understood, and its statement brought into a normal form.
 */
package io.tierlens.formats.mysql;
