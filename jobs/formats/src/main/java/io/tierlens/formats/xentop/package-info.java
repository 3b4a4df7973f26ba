/** The batch output of xentop: what each domain of a Xen host used, sample by sample. */
package io.tierlens.formats.xentop;
