/** A run's requests with their pages and queries, one after the other, for other programs. */
package io.tierlens.pipeline.export;
