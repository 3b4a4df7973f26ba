/** Events of application servers: the fields that logs of several kinds fill. */
package io.tierlens.formats.event;
