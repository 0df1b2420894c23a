package dev.kontor.api.task;

/**
 * How a task ended.
 *
 * @param verdict a word of the department's own, for example {@code no-objection}, {@code objection}, {@code passed}
 * @param remarks what the person wrote; may be empty
 */
public record Outcome(String verdict, String remarks) {

    public static Outcome of(String verdict) {
        return new Outcome(verdict, "");
    }
}
