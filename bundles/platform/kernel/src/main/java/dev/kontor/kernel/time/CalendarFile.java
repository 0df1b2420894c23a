package dev.kontor.kernel.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.api.time.Calendars.Day;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A year's public holidays and make-up working days as they were announced: the days of that year's State Council
 * papers, which can lie in December of the year before. Two papers: the later one is merged into the days already.
 *
 * @param papers addresses of the notices; empty while none is out
 * @param days by date, in order
 */
record CalendarFile(int year, List<String> papers, Map<LocalDate, Day> days) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    CalendarFile {
        papers = List.copyOf(papers);
        days = new TreeMap<>(days);
    }

    /**
     * Reads {@code <year>.json}.
     *
     * @throws IllegalArgumentException in one sentence, when anything about it is not as it must be
     */
    static CalendarFile read(int year, String content) {
        try {
            JsonNode root = JSON.readTree(content);
            if (root.path("year").asInt() != year) {
                throw new IllegalArgumentException("The year inside is not %d.".formatted(year));
            }
            List<String> papers = new ArrayList<>();
            list(root, "papers").forEach(paper -> papers.add(paper.asText()));
            Map<LocalDate, Day> days = new TreeMap<>();
            list(root, "days").forEach(node -> add(days, year, node));
            if (papers.isEmpty() != days.isEmpty()) {
                throw new IllegalArgumentException("Days without a paper, or a paper without days.");
            }
            return new CalendarFile(year, papers, days);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IllegalArgumentException("Line %d is not JSON, or the file is not complete.".formatted(line), e);
        }
    }

    /** False while the year's notice is not out. */
    boolean announced() {
        return !papers.isEmpty();
    }

    private static JsonNode list(JsonNode root, String name) {
        JsonNode found = root.path(name);
        if (!found.isArray()) {
            throw new IllegalArgumentException("The list \"%s\" is missing.".formatted(name));
        }
        return found;
    }

    private static void add(Map<LocalDate, Day> days, int year, JsonNode node) {
        LocalDate date = date(node.path("date").asText());
        if (!node.path("isOffDay").isBoolean()) {
            throw new IllegalArgumentException("%s does not say isOffDay.".formatted(date));
        }
        if (date.isBefore(LocalDate.of(year - 1, 12, 1)) || date.getYear() > year) {
            throw new IllegalArgumentException("%s is no day of %d.".formatted(date, year));
        }
        Day day = new Day(date, !node.path("isOffDay").booleanValue(), node.path("name").asText(), false);
        if (days.put(date, day) != null) {
            throw new IllegalArgumentException("%s stands there twice.".formatted(date));
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"%s\" is no date.".formatted(text), e);
        }
    }
}
