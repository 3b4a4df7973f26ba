/** Time by tier, of requests, endpoints, windows and runs. */
package io.tierlens.attribution.tier;
