package dev.kontor.api.rule;

import java.util.regex.Pattern;

/**
 * A named question that rules answer, {@code review/joint} (决策点). Its own rule set has the same name; others attach
 * theirs in a folder {@code rules/<department>/<point with a dot>}, for example {@code rules/export-licence/review.joint}.
 */
public record ConsultationPoint(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*/[a-z][a-z-]*");

    public ConsultationPoint {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The consultation point (%s) must look like review/joint.".formatted(value));
        }
    }

    /** Whose point it is. */
    public String department() {
        return value.substring(0, value.indexOf('/'));
    }

    @Override
    public String toString() {
        return value;
    }
}
