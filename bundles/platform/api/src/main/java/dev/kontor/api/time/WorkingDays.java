package dev.kontor.api.time;

/** A span of working days, zero or more. */
public record WorkingDays(int count) {

    public WorkingDays {
        if (count < 0) {
            throw new IllegalArgumentException("A span of working days (%d) is not negative.".formatted(count));
        }
    }

    public static WorkingDays of(int count) {
        return new WorkingDays(count);
    }
}
