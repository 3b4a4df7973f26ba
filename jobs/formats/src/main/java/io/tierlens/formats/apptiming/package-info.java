/** The log of exact times that any application can write; docs/app-timing.md describes it. */
package io.tierlens.formats.apptiming;
