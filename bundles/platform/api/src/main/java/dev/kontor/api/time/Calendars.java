package dev.kontor.api.time;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The years that calendars know, with their sources and the company's overrides, for reading. Changing one is a command. */
@ProviderType
public interface Calendars {

    /**
     * One year.
     *
     * @param sources the notices it was taken from; empty while none is out
     * @param known false while deadlines into it are provisional
     */
    record Year(int year, List<String> sources, boolean known, List<Day> days) {
        public Year {
            sources = List.copyOf(sources);
            days = List.copyOf(days);
        }
    }

    /**
     * A day that is not what its weekday says.
     *
     * @param name for example 春节
     * @param override set by the company, not by the notice
     */
    record Day(LocalDate day, boolean working, String name, boolean override) {}

    /** Every year that a notice or an override speaks of, oldest first. */
    List<Year> years();

    /** Files that were not taken, one sentence each, beginning with the file's name; what was known before stays. */
    default List<String> problems() {
        return List.of();
    }

    /** The version in force, as decisions and deadlines cite it. */
    String version();
}
