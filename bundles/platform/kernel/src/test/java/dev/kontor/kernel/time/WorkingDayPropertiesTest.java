package dev.kontor.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F10. The reference is written anew, day by day and by text, and shares nothing with what it checks. */
@DisplayName("Deadlines equal a slow reference")
class WorkingDayPropertiesTest {

    private static final int DAYS_PER_ZONE = 1_500;
    private static final Map<String, Boolean> OFF = new HashMap<>();

    @BeforeAll
    static void readTheNotices() throws IOException {
        try (Stream<Path> files = Files.list(WorkingDayVectorsTest.YEARS)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\d{4}\\.json")).toList()) {
                for (JsonNode day : new ObjectMapper().readTree(file.toFile()).get("days")) {
                    OFF.put(day.get("date").asText(), day.get("isOffDay").asBoolean());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe",
                "Pacific/Apia", "UTC"
            })
    void inEveryZone(String name) {
        ZoneId zone = ZoneId.of(name);
        CompanyCalendar calendar = new CompanyCalendar(WorkingDayVectorsTest.clock(zone), WorkingDayVectorsTest.YEARS);
        Random random = new Random(20_260_302);
        for (int i = 0; i < DAYS_PER_ZONE; i++) {
            LocalDate event = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(365 * 45));
            int within = 1 + random.nextInt(40);
            Deadline deadline = calendar.deadline(event, WorkingDays.of(within));
            LocalDate expected = slow(event, within);
            assertThat(deadline.lastDay()).as("%s + %d", event, within).isEqualTo(expected);
            assertThat(deadline.dueAt()).as("%s in %s", expected, zone).isEqualTo(endOf(expected, zone));
            assertThat(calendar.workingDaysBetween(event, expected)).isEqualTo(within);
        }
    }

    private static LocalDate slow(LocalDate event, int within) {
        List<LocalDate> after = event.plusDays(1).datesUntil(event.plusDays(200)).filter(day -> {
            Boolean off = OFF.get(day.toString());
            return off == null ? day.getDayOfWeek().getValue() <= 5 : !off;
        }).toList();
        return after.get(within - 1);
    }

    /** The first instant, by looking at every quarter of an hour, whose local date is later. */
    private static Instant endOf(LocalDate day, ZoneId zone) {
        Instant instant = ZonedDateTime.of(day.atTime(12, 0), zone).toInstant();
        while (!LocalDate.ofInstant(instant, zone).isAfter(day)) {
            instant = instant.plusSeconds(900 - instant.getEpochSecond() % 900);
        }
        return instant;
    }
}
