package dev.kontor.production.facts;

/**
 * The next thing that quality owes a machine.
 *
 * @param subject of the task in which it is done, never used twice
 * @param serial of the machine; of goods that came what they are and their batch
 * @param model empty of goods that came
 * @param step {@code incoming}, {@code in-process} or {@code final} for an inspection that production presented;
 *     {@code present-incoming} for a machine for which something came and that is not presented for its incoming one,
 *     {@code present-in-process} for one that lacks nothing but its last step and {@code present} for one whose steps are done;
 *     {@code cause}, {@code correction} or {@code release} for a nonconformity; {@code conformity} for a machine that a change of
 *     its order makes another; {@code receipt} for goods that came
 * @param round which attempt at the inspection, or at the nonconformity, 1 for the first
 * @param slack working days after today and before the step that waits for the incoming inspection is to begin; else 0
 */
public record QualityStep(String subject, String serial, String model, String step, int round, int slack) {

    /** As it was before {@code slack} was known. */
    public QualityStep(String subject, String serial, String model, String step, int round) {
        this(subject, serial, model, step, round, 0);
    }
}
