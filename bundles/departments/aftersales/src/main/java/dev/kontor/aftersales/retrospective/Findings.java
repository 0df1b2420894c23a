package dev.kontor.aftersales.retrospective;

import dev.kontor.aftersales.service.Cases;
import dev.kontor.aftersales.visit.Visit;
import dev.kontor.aftersales.visit.Visits;
import dev.kontor.aftersales.warranty.Warranties;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a retrospective begins with: the order's delay, and what its journal says of violations, objections, nonconformities and
 * the like, in the words of who looks back; and what the customer asked for and said.
 */
@Component(service = Findings.class)
public final class Findings {

    /** A line whose kind or words speak of one of these is worth a thought; departments yet to come name theirs alike. */
    private static final List<String> TELLING = List.of(
            "violation", "objection", "exception", "delay", "nonconformity", "incident", "damage", "issue-raised",
            "error-found", "returned", "hardship-reported");

    private static final int PART = 200;
    private static final int MOST = 200;
    private static final int MOST_OF_FEEDBACK = 20_000;

    private final Journals journals;
    private final Cases cases;
    private final Visits visits;
    private final Texts texts;

    @Activate
    public Findings(@Reference Journals journals, @Reference Cases cases, @Reference Visits visits, @Reference Texts texts) {
        this.journals = journals;
        this.cases = cases;
        this.visits = visits;
        this.texts = texts;
    }

    /** Oldest first, each matter once, at most two hundred; a last one says how many there are more. */
    List<String> of(OrderView file) {
        List<String> all = Stream.concat(delay(file).stream(), told(file))
                .map(text -> texts.say(text, language(file)))
                .distinct()
                .toList();
        if (all.size() <= MOST) {
            return all;
        }
        String more = texts.say(Text.of("aftersales.more-findings", all.size() - MOST), language(file));
        return Stream.concat(all.stream().limit(MOST), Stream.of(more)).toList();
    }

    private static Optional<Text> delay(OrderView file) {
        LocalDate agreed = file.order().orElseThrow().delivery().date();
        return Warranties.delivered(file)
                .filter(on -> on.isAfter(agreed))
                .map(on -> Text.of("aftersales.delivered-late", agreed, on, (int) ChronoUnit.DAYS.between(agreed, on)));
    }

    private Stream<Text> told(OrderView file) {
        List<Entry> lines = new ArrayList<>();
        List<Entry> part = journals.of(file.number(), Long.MAX_VALUE, PART, file.actor());
        while (!part.isEmpty()) {
            part.stream().filter(Findings::isTelling).forEach(line -> lines.add(0, line));
            part = journals.of(file.number(), part.get(part.size() - 1).sequence(), PART, file.actor());
        }
        return opening(lines).map(Entry::what);
    }

    /** What becomes of a matter is told by lines of the same kind in other words; the first of its kind can only open one. */
    private static Stream<Entry> opening(List<Entry> lines) {
        Map<String, String> first = new HashMap<>();
        lines.forEach(line -> first.putIfAbsent(line.kind(), line.what().key()));
        return lines.stream().filter(line -> first.get(line.kind()).equals(line.what().key()));
    }

    private static boolean isTelling(Entry line) {
        return tells(line.kind()) || tells(line.what().key());
    }

    /** "No objection" is none. */
    private static boolean tells(String name) {
        return TELLING.stream().anyMatch(word -> name.contains(word) && !name.contains("no-" + word));
    }

    /** What the customer asked for, and said at visits; empty when they did neither. */
    String feedback(OrderView file) {
        Stream<String> asked = cases.of(file.number()).stream()
                .filter(each -> !each.isStruck())
                .map(each -> texts.say(Text.of("aftersales.case-was", each.id(), each.askedOn()), language(file)) + " " + each.need());
        Stream<String> said = visits.of(file.number()).stream()
                .filter(Visit::isHeld)
                .map(each -> texts.say(Text.of("aftersales.visit-held", each.id(), each.equipment(), each.service()), language(file))
                        + (each.words().isEmpty() ? "" : " " + each.words()));
        return cut(Stream.concat(asked, said).collect(Collectors.joining("\n")));
    }

    /** No longer than the field in which it is put. */
    private static String cut(String words) {
        return words.substring(0, Math.min(MOST_OF_FEEDBACK, words.length()));
    }

    private static Locale language(OrderView file) {
        return Locale.forLanguageTag(file.actor().language());
    }
}
