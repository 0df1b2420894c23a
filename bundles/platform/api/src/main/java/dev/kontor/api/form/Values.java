package dev.kontor.api.form;

import dev.kontor.api.document.Upload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was filled in, by field name. Before a command sees it every value has been checked against its field.
 *
 * <p>A value is a {@code String}, a list of strings ({@code CHOICES}), an {@link Upload} ({@code FILE}) or a list of
 * {@code Values} ({@code GROUP}). Fields left empty are absent.
 */
public record Values(Map<String, Object> all) {

    public static final Values NONE = new Values(Map.of());

    public Values {
        all = Map.copyOf(all);
    }

    /** What stands in the field, without space around it; empty if nothing. */
    public String text(String field) {
        return all.get(field) instanceof String value ? value.strip() : "";
    }

    public boolean has(String field) {
        return all.get(field) instanceof String value ? !value.isBlank() : all.containsKey(field);
    }

    public Optional<BigDecimal> number(String field) {
        return has(field) ? Optional.of(new BigDecimal(text(field))) : Optional.empty();
    }

    public Optional<LocalDate> date(String field) {
        return has(field) ? Optional.of(LocalDate.parse(text(field))) : Optional.empty();
    }

    public boolean yes(String field) {
        return text(field).equals("yes");
    }

    @SuppressWarnings("unchecked") // the form's check put only strings there
    public List<String> choices(String field) {
        return all.get(field) instanceof List<?> list ? (List<String>) list : List.of();
    }

    /** The rows of a group, in order, empty rows left out. */
    @SuppressWarnings("unchecked") // the form's check put only rows there
    public List<Values> rows(String field) {
        return all.get(field) instanceof List<?> list ? (List<Values>) list : List.of();
    }

    public Optional<Upload> upload(String field) {
        return all.get(field) instanceof Upload upload ? Optional.of(upload) : Optional.empty();
    }
}
