package dev.kontor.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file with a header row, UTF-8 with or without a byte order mark. */
record Table(String name, List<Map<String, String>> rows) {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    static Table read(Path file, String delimiter) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(delimiter));
        List<Map<String, String>> rows = new ArrayList<>();
        try (PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 3)) {
            skipMark(in);
            try (MappingIterator<Map<String, String>> all = CSV.readerForMapOf(String.class)
                    .with(schema)
                    .readValues(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                all.forEachRemaining(rows::add);
            }
        }
        return new Table(file.getFileName().toString(), List.copyOf(rows));
    }

    boolean has(String column) {
        return rows.isEmpty() || rows.get(0).containsKey(column);
    }

    /** The rows by what stands in a column. */
    Map<String, List<Map<String, String>>> by(String column) {
        Map<String, List<Map<String, String>>> found = new LinkedHashMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.getOrDefault(column, ""), key -> new ArrayList<>()).add(row));
        return found;
    }

    private static char separator(String delimiter) {
        return delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
    }

    private static void skipMark(PushbackInputStream in) throws IOException {
        byte[] first = in.readNBytes(3);
        boolean mark = first.length == 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
        if (!mark) {
            in.unread(first);
        }
    }
}
