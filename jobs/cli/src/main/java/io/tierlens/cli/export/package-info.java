/** A run's requests as traces in the forms that trace viewers read. Knows no Spark. */
package io.tierlens.cli.export;
