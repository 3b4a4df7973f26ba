/** Which queries belong to which request: a level for each set of keys that logs can hold. */
package io.tierlens.attribution.matching;
