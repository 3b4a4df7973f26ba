/** Where the pieces of one request lay in time, as far as its logs tell: a trace made of logs. */
package io.tierlens.attribution.trace;
