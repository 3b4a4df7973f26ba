/**
 * The story that tierlens was made for, replayed by the simulator in the log formats of its day.
 */
package io.tierlens.attribution.story;
