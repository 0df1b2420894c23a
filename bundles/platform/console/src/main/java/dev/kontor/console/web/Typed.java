package dev.kontor.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What somebody typed into a form that cannot be drawn again: whoever offers its command does not run. It goes back with the
 * answer, to be sent again, or copied.
 *
 * @param address where it was sent, with what stands behind the question mark
 */
public record Typed(String address, List<Field> fields) {

    /** A field that was sent; what begins with an underscore is the console's own. */
    public record Field(String name, String value) {

        public boolean isOwn() {
            return name.startsWith("_");
        }

        /** Whether people typed it: not the console's, and no handle of a file. */
        public boolean isShown() {
            return !isOwn() && !value.isBlank() && !name.endsWith(".handle");
        }
    }

    public Typed {
        fields = List.copyOf(fields);
    }

    static Typed of(HttpServletRequest request) {
        String query = Objects.toString(request.getQueryString(), "");
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            boolean inAddress = !Ui.asked(query, name).isEmpty() && Ui.asked(query, name).equals(values[0]);
            for (int i = inAddress ? 1 : 0; i < values.length; i++) {
                fields.add(new Field(name, values[i]));
            }
        });
        fields.removeIf(field -> field.name().equals("_token") || field.name().equals("_add"));
        return new Typed(Exchange.path(request) + (query.isEmpty() ? "" : "?" + query), fields);
    }
}
