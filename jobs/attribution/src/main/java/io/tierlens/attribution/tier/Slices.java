package io.tierlens.attribution.tier;

import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts requests into slices, none or one for each: the whole run, windows, endpoints, batches.
 *
 * @param <K> what names a slice
 */
final class Slices<K> {
  private final List<K> keys = new ArrayList<>();
  private final Map<K, Integer> ids = new HashMap<>();
  private final int[] sliceOf;

  /** Names the slice of a request, or null for none. */
  interface Naming<K> {
    K sliceOf(TiedRequest request);
  }

  Slices(List<TiedRequest> requests, Naming<K> naming) {
    sliceOf = new int[requests.size()];
    for (int r = 0; r < sliceOf.length; r++) {
      K key = naming.sliceOf(requests.get(r));
      sliceOf[r] = key == null ? -1 : id(key);
    }
  }

  private int id(K key) {
    return ids.computeIfAbsent(
        key,
        k -> {
          keys.add(k);
          return keys.size() - 1;
        });
  }

  int count() {
    return keys.size();
  }

  K key(int slice) {
    return keys.get(slice);
  }

  /** The slice of that name, or -1 where no request is in it. */
  int find(K key) {
    return ids.getOrDefault(key, -1);
  }

  /** The slice of a request, or -1. */
  int of(int request) {
    return sliceOf[request];
  }
}
