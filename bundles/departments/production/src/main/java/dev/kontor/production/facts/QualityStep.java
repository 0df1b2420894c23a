package dev.kontor.production.facts;

/**
 * The next thing that quality owes a machine.
 *
 * @param subject of the task in which it is done, never used twice
 * @param step {@code incoming}, {@code in-process} or {@code final} for an inspection that production presented; {@code present}
 *     for a machine whose steps are done and that is not presented for its final one; {@code cause}, {@code correction} or
 *     {@code release} for a nonconformity
 * @param round which attempt at the inspection, or at the nonconformity, 1 for the first
 */
public record QualityStep(String subject, String serial, String model, String step, int round) {}
