/** How fast the readers and the ingest are beside other ways to do the same. */
package io.tierlens.benchmarks;
