package io.tierlens.pipeline.queries;

import java.time.Instant;

/**
 * Figures of entries that can be added up; times in microseconds, each entry weighted with the
 * statements that it stands for. A null stands for a figure of which no entry tells.
 *
 * @param sampled entries that stand for more than one statement
 * @param weight statements
 * @param squares sum of the squared times
 * @param lockBase time of the entries that tell the time of locks
 * @param sentWeight statements that tell the rows sent; likewise the others
 * @param untimed entries whose time of day is not known
 * @param timedTime time of the others
 * @param slack how much later than its start_time an entry can have begun, at most
 */
record Sums(
    long entries,
    long sampled,
    Long highestWeight,
    double weight,
    double time,
    double squares,
    Long shortest,
    Long longest,
    Double lock,
    Double lockBase,
    Double sent,
    Double sentWeight,
    Double examined,
    Double examinedWeight,
    Double affected,
    Double affectedWeight,
    Double bytes,
    Double bytesWeight,
    long untimed,
    Double timedTime,
    Instant firstTime,
    Instant lastTime,
    Long slack,
    double decade0,
    double decade1,
    double decade2,
    double decade3,
    double decade4,
    double decade5,
    double decade6,
    double decade7) {}
