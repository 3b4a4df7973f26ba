/**
 * The report as one HTML file that needs nothing else: no network, no script.
 *
 * <p>The form is in the templates of {@code src/main/jte}, which are compiled with the build and
 * escape every value; the drawings are laid out here, as lists of shapes. The records are public
 * only because the templates are of another package.
 */
package io.tierlens.cli.report.html;
