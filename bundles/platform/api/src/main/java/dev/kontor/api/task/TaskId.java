package dev.kontor.api.task;

import java.util.UUID;

/** The key of a task. */
public record TaskId(UUID value) {

    public static TaskId of(String value) {
        return new TaskId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
