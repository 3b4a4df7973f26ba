package io.tierlens.attribution.difference;

/**
 * Difference of a tier's mean between two runs.
 *
 * @param deltaUs candidate less baseline; null where one of them has no mean
 * @param lowUs lower end of the interval of the difference; null where refused
 * @param highUs upper end, likewise
 * @param refusal why there is no interval; null where there is one
 */
public record MeanDifference(
    String tier,
    Double baselineUs,
    Double candidateUs,
    Double deltaUs,
    Double lowUs,
    Double highUs,
    Verdict verdict,
    Refusal refusal) {}
