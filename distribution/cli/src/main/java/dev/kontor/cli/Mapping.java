package dev.kontor.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of another system's files become orders.
 *
 * @param source a name for the system; with a row's key it names the row for ever
 * @param file the CSV file, one row an order; beside the mapping if it is relative
 * @param delimiter a comma if it is not said
 * @param rowKey the column that names a row
 * @param join other files whose columns are used as {@code name.Column}
 * @param columns field to column, or to a pattern such as {@code NW-{OrderID}}
 * @param groups field to the rows of another file
 * @param constants field to a value that all rows have
 * @param dates fields that are days
 * @param shiftDays added to every day; a multiple of 7 keeps weekdays
 * @param state registered, draft or submitted; of an opening where the column of {@code state} is empty
 * @param states what stands in the column of {@code state} to a state of the platform
 * @param representative the column of the representative
 * @param reps what stands in that column to a sign-in name; {@code *} for all others
 * @param upload the column that names a contract file beside the mapping
 * @param opening what else {@code import --opening} needs; not there for any other import
 */
record Mapping(
        String source,
        String file,
        String delimiter,
        @JsonProperty("row-key") String rowKey,
        Map<String, Join> join,
        Map<String, String> columns,
        Map<String, Group> groups,
        Map<String, String> constants,
        List<String> dates,
        @JsonProperty("shift-days") long shiftDays,
        String state,
        Map<String, String> states,
        String representative,
        Map<String, String> reps,
        String upload,
        Opening opening) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * The opening of the company's books.
     *
     * @param asOf the orders are as they stood at the end of this day
     * @param evidence files beside the mapping that prove the totals
     * @param totals one row a customer: {@code customer, currency, orders, receivable, exposure}
     */
    record Opening(@JsonProperty("as-of") String asOf, List<String> evidence, Totals totals) {

        static final Opening NONE = new Opening("", List.of(), new Totals("", Map.of(), Map.of()));

        Opening {
            asOf = Optional.ofNullable(asOf).orElse("");
            evidence = Optional.ofNullable(evidence).orElse(List.of());
            totals = Optional.ofNullable(totals).orElse(new Totals("", Map.of(), Map.of()));
        }

        void demandWhole() {
            require("opening.as-of", asOf);
            require("opening.evidence", String.join("", evidence));
            require("opening.totals.file", totals.file());
        }
    }

    record Totals(String file, Map<String, String> columns, Map<String, String> constants) {

        Totals {
            file = Optional.ofNullable(file).orElse("");
            columns = orEmpty(columns);
            constants = orEmpty(constants);
        }
    }

    /** Another file of which one row belongs to each row: its column {@code by} has what stands in our column {@code on}. */
    record Join(String file, String by, String on) {}

    /**
     * Another file of which any number of rows belong to each row: its column {@code on} has the row's key.
     *
     * @param upload field to the column that names its file beside the mapping
     */
    record Group(
            String file,
            String on,
            Map<String, Join> join,
            Map<String, String> columns,
            Map<String, String> constants,
            Map<String, String> upload) {

        Group {
            join = orEmpty(join);
            columns = orEmpty(columns);
            constants = orEmpty(constants);
            upload = orEmpty(upload);
        }
    }

    Mapping {
        delimiter = Optional.ofNullable(delimiter).orElse(",");
        join = orEmpty(join);
        columns = orEmpty(columns);
        groups = orEmpty(groups);
        constants = orEmpty(constants);
        dates = Optional.ofNullable(dates).orElse(List.of());
        state = Optional.ofNullable(state).orElse("draft");
        states = orEmpty(states);
        representative = Optional.ofNullable(representative).orElse("");
        reps = orEmpty(reps);
        upload = Optional.ofNullable(upload).orElse("");
        opening = Optional.ofNullable(opening).orElse(Opening.NONE);
        require("source", source);
        require("file", file);
        require("row-key", rowKey);
        if (!opening.equals(Opening.NONE)) {
            opening.demandWhole();
        }
    }

    boolean hasOpening() {
        return !opening.equals(Opening.NONE);
    }

    /** @throws IOException with the line, when it is no mapping */
    static Mapping read(Path file) throws IOException {
        return YAML.readValue(file.toFile(), Mapping.class);
    }

    private static void require(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("'%s' is missing".formatted(name));
        }
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return Optional.ofNullable(map).orElse(Map.of());
    }
}
