package dev.kontor.console.form;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what was typed into a form: nothing is checked here, and nothing typed is lost. */
public final class FormReader {

    private static final int MOST_ROWS = 1_000;

    private final Documents documents;
    private final HttpServletRequest request;
    private final boolean multipart;
    private final Map<String, String> files = new HashMap<>();
    private final List<Refused.Gap> gaps = new ArrayList<>();
    private final Map<String, List<String>> typed = new LinkedHashMap<>();

    public FormReader(Documents documents, HttpServletRequest request) {
        this.documents = documents;
        this.request = request;
        this.multipart = Objects.toString(request.getContentType(), "").startsWith("multipart/");
    }

    public Values read(Form form) throws IOException {
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        if (multipart) {
            words();
        }
        return row(form.fields(), "");
    }

    /**
     * The words of a multipart request, which a browser sends in the page's UTF-8 without saying so: a servlet container may
     * take them for something else.
     */
    private void words() throws IOException {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (Part part : (Iterable<Part>) parts()::iterator) {
            if (part.getSubmittedFileName() == null) {
                try (InputStream content = part.getInputStream()) {
                    words.computeIfAbsent(part.getName(), fresh -> new ArrayList<>())
                            .add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        typed.putAll(words);
    }

    /** The names of the files that were taken in, by their handle. */
    public Map<String, String> files() {
        return files;
    }

    /** Files that were not taken, each at its field; the rest of the form was read all the same. */
    public List<Refused.Gap> gaps() {
        return gaps;
    }

    private Values row(List<Field> fields, String prefix) throws IOException {
        Map<String, Object> values = new HashMap<>();
        for (Field field : fields) {
            String path = prefix + field.name();
            switch (field.kind()) {
                case GROUP -> putUnlessEmpty(values, field.name(), rows(field, path));
                case CHOICES -> putUnlessEmpty(values, field.name(), typed(path).toList());
                case FILE -> file(field, path, values);
                case TEXT, LONG_TEXT, NUMBER, AMOUNT, DATE, CHOICE, YES_NO, PASSWORD, HIDDEN ->
                    // The address comes first among the values; a field of the same name counts, and comes last.
                    typed(path).reduce((first, last) -> last).ifPresent(value -> values.put(field.name(), value));
            }
        }
        return new Values(values);
    }

    private Stream<String> typed(String path) {
        return typed.getOrDefault(path, List.of()).stream().filter(value -> !value.isBlank());
    }

    private static void putUnlessEmpty(Map<String, Object> values, String name, List<?> list) {
        if (!list.isEmpty()) {
            values.put(name, list);
        }
    }

    /** Rows in their order; those without any value are left out, so that places count the rows that are there. */
    private List<Values> rows(Field group, String path) throws IOException {
        Pattern place = Pattern.compile(Pattern.quote(path) + "\\[(\\d{1,4})]\\..+");
        SortedSet<Integer> places = new TreeSet<>();
        for (String name : (Iterable<String>) names()::iterator) {
            Matcher matcher = place.matcher(name);
            if (matcher.matches() && places.size() < MOST_ROWS) {
                places.add(Integer.valueOf(matcher.group(1)));
            }
        }
        List<Values> rows = new ArrayList<>();
        for (int at : places) {
            Values row = row(group.fields(), path + "[" + at + "].");
            if (!onlyDefaults(group, row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** A row in which nothing was typed: choices that stand at something by themselves do not count. */
    private static boolean onlyDefaults(Field group, Values row) {
        List<Field> typed = group.fields().stream().filter(field -> isTyped(field.kind())).toList();
        return typed.isEmpty() ? row.all().isEmpty() : typed.stream().noneMatch(field -> row.has(field.name()));
    }

    private static boolean isTyped(Field.Kind kind) {
        return kind != Field.Kind.CHOICE && kind != Field.Kind.YES_NO && kind != Field.Kind.HIDDEN;
    }

    private Stream<String> names() throws IOException {
        Stream<String> parameters = typed.keySet().stream();
        return multipart ? Stream.concat(parameters, parts().map(Part::getName)) : parameters;
    }

    private Stream<Part> parts() throws IOException {
        try {
            return request.getParts().stream();
        } catch (ServletException broken) {
            throw new IOException("The form's parts cannot be read.", broken);
        }
    }

    private void file(Field field, String path, Map<String, Object> values) throws IOException {
        if (multipart) {
            for (Part part : (Iterable<Part>) parts()::iterator) {
                if (part.getName().equals(path) && part.getSize() > 0 && part.getSubmittedFileName() != null) {
                    take(part, path).ifPresent(upload -> {
                        files.put(upload.digest(), upload.name());
                        values.put(field.name(), upload.digest());
                    });
                    return;
                }
            }
        }
        typed(path + ".handle").findFirst().ifPresent(handle -> {
            files.put(handle, typed(path + ".name").findFirst().orElse(handle));
            values.put(field.name(), handle);
        });
    }

    private Optional<Upload> take(Part part, String path) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return Optional.of(documents.take(part.getSubmittedFileName(), content));
        } catch (Refused refused) {
            gaps.add(new Refused.Gap(path, refused.words()));
            return Optional.empty();
        }
    }
}
