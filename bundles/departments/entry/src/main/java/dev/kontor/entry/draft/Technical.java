package dev.kontor.entry.draft;

import dev.kontor.api.order.TechnicalParameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Technical parameters and accessories as people type them: {@code 主轴转速=12000 rpm; 行程=800 mm}. */
public final class Technical {

    private Technical() {}

    public static List<TechnicalParameter> parameters(String words) {
        return pieces(words, "[;；\\n]").map(Technical::parameter).toList();
    }

    public static List<String> accessories(String words) {
        return pieces(words, "[;；、\\n]").toList();
    }

    public static String words(List<TechnicalParameter> parameters) {
        return parameters.stream()
                .map(one -> (one.name() + "=" + one.value() + " " + one.unit()).strip())
                .collect(Collectors.joining("; "));
    }

    private static TechnicalParameter parameter(String piece) {
        String[] parts = piece.split("[=:：]", 2);
        if (parts.length == 1) {
            return new TechnicalParameter(piece, "", "");
        }
        String value = parts[1].strip();
        int space = value.lastIndexOf(' ');
        boolean measured = space > 0 && Character.isDigit(value.charAt(space - 1));
        return measured
                ? new TechnicalParameter(parts[0].strip(), value.substring(0, space).strip(), value.substring(space + 1))
                : new TechnicalParameter(parts[0].strip(), value, "");
    }

    private static Stream<String> pieces(String words, String separator) {
        return Arrays.stream(words.split(separator)).map(String::strip).filter(piece -> !piece.isEmpty());
    }
}
