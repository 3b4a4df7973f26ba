/** What the tools of a hypervisor tell of its virtual machines. */
package io.tierlens.formats.domain;
