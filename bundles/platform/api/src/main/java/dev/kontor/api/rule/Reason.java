package dev.kontor.api.rule;

import java.util.List;

/**
 * Why a rule concluded what it did: a key of its rule set's {@code texts.properties} and the values for its places.
 *
 * @param arguments numbers, amounts, names and days that were compared, so that the words can show a near miss
 */
public record Reason(String key, List<Object> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }
}
