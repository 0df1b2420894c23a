package dev.kontor.store.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup holds, and by which digests (SHA-256, hexadecimal) it is known to be whole. Its lines are the zip's last
 * entry: a backup that was cut off has none.
 *
 * @param versions the unit's name to the version of its tables
 */
record Manifest(SortedMap<String, String> versions, SortedMap<String, Rows> tables, SortedMap<String, String> files) {

    static final String ENTRY = "manifest.jsonl";
    private static final long FORMAT = 1;

    /** How many rows of a table, and the digest of their lines. */
    record Rows(String unit, long count, String digest) {}

    static Manifest empty() {
        return new Manifest(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    static String entry(String unit, String table) {
        return "tables/" + unit + "/" + table + ".jsonl";
    }

    String lines(String made, String database) {
        StringBuilder lines = new StringBuilder();
        lines.append(line("format", FORMAT, "made", made, "database", database));
        versions.forEach((unit, version) -> lines.append(line("unit", unit, "version", version)));
        tables.forEach((name, rows) -> lines.append(
                line("table", name, "of", rows.unit(), "rows", rows.count(), "sha256", rows.digest())));
        files.forEach((path, digest) -> lines.append(line("file", path, "sha256", digest)));
        return lines.toString();
    }

    private static String line(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return JsonLine.of(values).toString();
    }

    static Manifest read(BufferedReader lines) throws IOException {
        Manifest manifest = empty();
        String head = lines.readLine();
        if (head == null || JsonLine.parse(head).number("format") != FORMAT) {
            throw new IOException("The manifest is of another format than " + FORMAT);
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            manifest.add(JsonLine.parse(line));
        }
        return manifest;
    }

    private void add(JsonLine item) {
        if (item.value("unit").isPresent()) {
            versions.put(item.text("unit"), item.text("version"));
        } else if (item.value("table").isPresent()) {
            tables.put(item.text("table"), new Rows(item.text("of"), item.number("rows"), item.text("sha256")));
        } else {
            files.put(item.text("file"), item.text("sha256"));
        }
    }
}
