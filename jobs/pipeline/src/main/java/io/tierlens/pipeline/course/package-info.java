/** What went on over the time of a run, in bins of equal width. */
package io.tierlens.pipeline.course;
