/** What virt-top writes with {@code --csv}: the guests of a KVM host, a line for each sample. */
package io.tierlens.formats.virttop;
