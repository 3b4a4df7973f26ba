/** Access logs of the Apache web server and of servers that write the same text. */
package io.tierlens.formats.apache;
