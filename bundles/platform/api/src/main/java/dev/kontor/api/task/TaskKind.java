package dev.kontor.api.task;

import java.util.regex.Pattern;

/**
 * What has to be done, {@code review.opinion}: the id of the department that raised it and what it is.
 * Shown to people by the message {@code task.<kind>}. An open set.
 */
public record TaskKind(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z-]*");

    public TaskKind {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The kind of task (%s) must look like review.opinion.".formatted(value));
        }
    }

    /** The department that raised it and hears when it is done. */
    public String department() {
        return value.substring(0, value.indexOf('.'));
    }

    @Override
    public String toString() {
        return value;
    }
}
