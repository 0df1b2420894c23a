package dev.kontor.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.kontor.kernel.document.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file with a header row, UTF-8 or GB 18030, with or without a byte order mark. */
record Table(String name, List<Map<String, String>> rows) {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    /** A file in neither of the encodings; the message is its path. */
    static final class Garbled extends IOException {

        private static final long serialVersionUID = 1L;

        Garbled(Path file) {
            super(file.toString());
        }
    }

    /** @throws Garbled when its bytes are no words */
    static Table read(Path file, String delimiter) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(delimiter));
        List<Map<String, String>> rows = new ArrayList<>();
        String content = PlainText.of(Files.readAllBytes(file)).orElseThrow(() -> new Garbled(file));
        try (MappingIterator<Map<String, String>> all = CSV.readerForMapOf(String.class).with(schema).readValues(content)) {
            all.forEachRemaining(rows::add);
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
}
