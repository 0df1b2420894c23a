package dev.kontor.supervision.score;

import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.supervision.Digest;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.facts.Measure;
import dev.kontor.supervision.facts.Treated;
import dev.kontor.supervision.score.Counts.Who;
import dev.kontor.supervision.treatment.Treatment;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Scores a month: indicators count its events, rules say what each costs, and the score is what is left of the full
 * points. One decision for each person and department, so that every score can be explained and executed again.
 */
@Component(service = Scoring.class)
public final class Scoring {

    private static final ReasonWords NONE = new ReasonWords("", "");
    private static final String ROLE = "[a-z][a-z-]*\\.[a-z][a-z-]*";

    private final ScoreBook book;
    private final Months months;
    private final Decisions decisions;

    @Activate
    public Scoring(@Reference ScoreBook book, @Reference Months months, @Reference Decisions decisions) {
        this.book = book;
        this.months = months;
        this.decisions = decisions;
    }

    /** What a month came to, not kept. */
    record Scored(Score score, List<ScoreItem> items, List<Counts.Event> events) {}

    /**
     * Scores the month and keeps it in the place of what was kept before; nothing happens once any of it is confirmed.
     *
     * @return how many people and departments were scored
     */
    public int score(CompanyFile company, YearMonth month, List<OrderEvents> orders) {
        if (book.of(month).stream().anyMatch(Score::isConfirmed)) {
            return 0;
        }
        List<Scored> scored = count(company, month, orders);
        book.drop(month);
        scored.forEach(each -> {
            book.keep(each.score());
            each.items().forEach(book::keep);
            each.events().forEach(event -> book.keep(new ScoreEvent(each.score(), event)));
        });
        return scored.size();
    }

    /** Scores the month once more and keeps nothing: who has another score than the one that was kept. */
    List<String> differences(CompanyFile company, YearMonth month) {
        Map<Who, String> kept = book.of(month).stream()
                .collect(Collectors.toMap(each -> new Who(each.kind(), each.subject()), Score::digest));
        Map<Who, String> again = count(company, month, months.orders(month)).stream()
                .collect(Collectors.toMap(each -> new Who(each.score().kind(), each.score().subject()), each -> each.score().digest()));
        return Stream.concat(kept.keySet().stream(), again.keySet().stream())
                .distinct()
                .filter(who -> !kept.getOrDefault(who, "").equals(again.getOrDefault(who, "")))
                .sorted()
                .map(Who::subject)
                .toList();
    }

    private List<Scored> count(CompanyFile company, YearMonth month, List<OrderEvents> orders) {
        Counts counts = months.counts(month, orders);
        Map<Who, List<Treatment>> treated =
                months.treated(month).stream().collect(Collectors.groupingBy(each -> who(counts, each.concerned())));
        List<SetVersion> sets = sets(month);
        return Stream.concat(counts.everybody().stream(), treated.keySet().stream())
                .distinct()
                .sorted()
                .map(who -> scored(company, month, sets, who, counts, treated.getOrDefault(who, List.of())))
                .toList();
    }

    /** The versions by which the month was scored first: nothing counts backwards. None before it is scored. */
    private List<SetVersion> sets(YearMonth month) {
        return book.of(month).stream()
                .findFirst()
                .flatMap(score -> decisions.decision(score.decision(), Supervision.COUNTER))
                .map(DecisionRecord::sets)
                .orElse(List.of());
    }

    /** Whose score a decision counts in: what concerns a role is its department's. */
    private static Who who(Counts counts, String subject) {
        Who person = new Who(Score.PERSON, subject);
        Who department = new Who(Score.DEPARTMENT, subject);
        if (counts.everybody().contains(person) || !counts.everybody().contains(department) && !subject.matches(ROLE)) {
            return person;
        }
        return subject.matches(ROLE) ? new Who(Score.DEPARTMENT, subject.substring(0, subject.indexOf('.'))) : department;
    }

    private Scored scored(CompanyFile company, YearMonth month, List<SetVersion> sets, Who who, Counts counts, List<Treatment> treated) {
        List<Measure> measures = counts.measures(who);
        Decision decision = company.consult(Question.at(
                        Supervision.AT_SCORE, Stream.concat(measures.stream(), treated.stream().map(Scoring::fact)).toArray(Record[]::new))
                .since(month.atEndOfMonth())
                .by(sets));
        Map<String, Integer> cost = decision.all(Conclusion.Penalty.class).stream()
                .collect(Collectors.toMap(Conclusion.Penalty::occasion, Conclusion.Penalty::points, Integer::sum));
        int full = Supervision.number(decision.parameters(), Supervision.AT_SCORE, "full-points");
        int points = Math.max(0, full - cost.values().stream().mapToInt(Integer::intValue).sum());
        Score score = new Score(month, who.kind(), who.subject(), points, decision.id(), digest(points, cost, counts.events(who)), company.now());
        Map<String, ReasonWords> words = words(decision);
        List<ScoreItem> items = new ArrayList<>();
        measures.forEach(each -> items.add(new ScoreItem(score, each, cost.getOrDefault(each.name(), 0), words.getOrDefault(each.name(), NONE))));
        treated.forEach(each -> items.add(new ScoreItem(score, each, cost.getOrDefault(each.code(), 0), words.getOrDefault(each.code(), NONE))));
        return new Scored(score, items, counts.events(who));
    }

    private static Treated fact(Treatment treatment) {
        return new Treated(treatment.concerned(), treatment.code(), treatment.finalPoints());
    }

    /** Why, by indicator or treatment; whose score it is may not be allowed to read decisions about the company. */
    private Map<String, ReasonWords> words(Decision decision) {
        return decisions.decision(decision.id(), Supervision.COUNTER).stream()
                .flatMap(record -> record.conclusions().stream())
                .collect(Collectors.toMap(
                        told -> told.conclusion() instanceof Conclusion.Penalty penalty ? penalty.occasion() : told.conclusion().subject(),
                        told -> new ReasonWords(told.reasonEn(), told.reasonZh()),
                        (one, other) -> one));
    }

    private static String digest(int points, Map<String, Integer> cost, List<Counts.Event> events) {
        return Digest.of(points + "\n" + new TreeMap<>(cost) + "\n"
                + events.stream().map(Counts.Event::line).collect(Collectors.joining("\n")));
    }
}
