/** CPU time by mode, of machines and of virtual machines as their hypervisor charges them. */
package io.tierlens.attribution.cpu;
