/** How near to the truth the attribution comes, measured on runs whose truth is known. */
package io.tierlens.attribution.benchmark;
