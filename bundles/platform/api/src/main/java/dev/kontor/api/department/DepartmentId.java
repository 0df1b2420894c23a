package dev.kontor.api.department;

import java.util.regex.Pattern;

/** The name of a department, {@code review}. Shown to people by the message {@code department.<id>}. */
public record DepartmentId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*");

    public DepartmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The department (%s) must be lower-case letters and -.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
