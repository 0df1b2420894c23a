package dev.kontor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends the files that a row names ahead of it, each once, and puts their handles in the places of their names. */
record RowFiles(Platform platform, Mapping mapping, Path folder) {

    /** A field that names a file which is not there, or may not be read. */
    record Missing(String field, String name) {}

    /** No later try finds them: such a row is not sent. */
    List<Missing> missing(Row row) {
        List<Missing> missing = new ArrayList<>();
        if (!row.upload().isEmpty() && !isThere(row.upload())) {
            missing.add(new Missing(mapping.upload(), row.upload()));
        }
        mapping.groups().forEach((name, group) -> {
            if (row.values().get(name) instanceof List<?> rows) {
                rows.forEach(each -> group.upload().forEach((field, column) -> {
                    String file = String.valueOf(((Map<?, ?>) each).get(field));
                    if (((Map<?, ?>) each).containsKey(field) && !isThere(file)) {
                        missing.add(new Missing(Path.of(group.file()).getFileName() + ": " + column, file));
                    }
                }));
            }
        });
        return missing;
    }

    private boolean isThere(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) && Files.isReadable(file);
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    Map<String, Object> sent(Row row) throws IOException, InterruptedException {
        Map<String, Object> values = new TreeMap<>(row.values());
        Map<String, String> handles = new HashMap<>();
        if (!row.upload().isEmpty()) {
            values.put("contract-file", handle(row.upload(), handles));
        }
        for (Map.Entry<String, Mapping.Group> group : mapping.groups().entrySet()) {
            if (!group.getValue().upload().isEmpty() && values.get(group.getKey()) instanceof List<?> rows) {
                values.put(group.getKey(), sent(rows, group.getValue(), handles));
            }
        }
        return values;
    }

    private List<Map<String, Object>> sent(List<?> rows, Mapping.Group group, Map<String, String> handles)
            throws IOException, InterruptedException {
        List<Map<String, Object>> sent = new ArrayList<>();
        for (Object each : rows) {
            Map<String, Object> values = new TreeMap<>();
            ((Map<?, ?>) each).forEach((field, value) -> values.put(String.valueOf(field), value));
            for (String field : group.upload().keySet()) {
                if (values.containsKey(field)) {
                    values.put(field, handle(String.valueOf(values.get(field)), handles));
                }
            }
            sent.add(values);
        }
        return sent;
    }

    private String handle(String name, Map<String, String> handles) throws IOException, InterruptedException {
        if (!handles.containsKey(name)) {
            Path file = folder.resolve(name);
            handles.put(name, platform.upload(file.getFileName().toString(), file));
        }
        return handles.get(name);
    }
}
