package dev.kontor.api.department;

/** The name of a department, {@code review}. Shown to people by the message {@code department.<id>}. */
public record DepartmentId(String value) {

    public DepartmentId {
        if (!value.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("The department (%s) must be lower-case letters and -.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
