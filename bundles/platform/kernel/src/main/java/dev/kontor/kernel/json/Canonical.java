package dev.kontor.kernel.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Canonical JSON: keys sorted by code unit, no blanks, so that equal values have equal text and equal digests (RFC 8785).
 *
 * <p>Decimals are strings with their scale, days and instants ISO 8601, an empty {@code Optional} is {@code null}. A value
 * whose declared type does not say what it is, such as a message's argument, is {@code {"@":"Money","value":…}}.
 */
public final class Canonical {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Canonical() {}

    /** The text of a record, list, map or plain value, taken as its own class. */
    public static String text(Object value) {
        return text(value, value.getClass());
    }

    /** The text of a value of a declared type, such as a list of a sealed interface. */
    public static String text(Object value, Type type) {
        return JsonWriting.text(value, Declared.of(type));
    }

    public static <T> T read(String text, Class<T> type) {
        return type.cast(read(text, (Type) type));
    }

    public static Object read(String text, Type type) {
        return JsonReading.value(tree(text), Declared.of(type));
    }

    public static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** SHA-256, lower-case hex. */
    public static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
