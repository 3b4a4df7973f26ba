/** Compares attributed runs: tables comparison and finding. */
package io.tierlens.pipeline.compare;
