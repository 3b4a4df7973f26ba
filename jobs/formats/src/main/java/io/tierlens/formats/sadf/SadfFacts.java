package io.tierlens.formats.sadf;

import io.tierlens.formats.record.Observations;
import io.tierlens.formats.sysstat.RecordingFacts;
import io.tierlens.formats.time.SadfTime;
import java.util.Map;

/** What an export tells of itself as a whole. */
final class SadfFacts {
  static final String FORM = "form";
  static final String STAMPS = "stamps";

  private final RecordingFacts recording = new RecordingFacts();
  private SadfTime.Form lastStamp;

  /** What sar's text would tell as well. */
  RecordingFacts recording() {
    return recording;
  }

  void form(String form) {
    recording.add(FORM, form);
  }

  void stamp(SadfTime time) {
    if (time.form() == lastStamp) {
      return;
    }
    lastStamp = time.form();
    switch (lastStamp) {
      case EPOCH -> recording.add(STAMPS, "seconds since 1970");
      case UTC -> recording.add(STAMPS, "UTC");
      case LOCAL -> recording.add(STAMPS, "local time");
      case LOCAL_WITH_NAME ->
          recording.add(
              STAMPS,
              "local time ("
                  + time.zoneName()
                  + ", which sysstat prints all year, is not taken for an offset)");
    }
  }

  Observations observations() {
    return new Observations(recording.asMap(), Map.of());
  }
}
