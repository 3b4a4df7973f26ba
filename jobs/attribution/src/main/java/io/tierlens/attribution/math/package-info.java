/** Structures and distributions that know nothing of logs. */
package io.tierlens.attribution.math;
