/** Which page of the application served which request of the web server. */
package io.tierlens.attribution.webapp;
