package io.tierlens.attribution.table;

import io.tierlens.attribution.tier.EndpointTail;

/**
 * Mean time of a request by endpoint and tier: a row of table endpoint_tier.
 *
 * @param windowName null for the whole run
 * @param endpoint as in the access log, or {@link EndpointTail#NAME} for all that have no own rows
 */
public record EndpointTier(
    String windowName,
    String endpoint,
    String tier,
    Double meanUs,
    Double lowUs,
    Double highUs,
    Double share,
    long requests,
    String level,
    Double expectedError,
    boolean published) {}
