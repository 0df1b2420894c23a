package dev.kontor.review.page;

import static dev.kontor.review.page.ReviewTab.columns;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.journal.Change;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.order.Money;
import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.review.Differences;
import dev.kontor.review.book.Issue;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Solution;
import dev.kontor.review.book.Stage;
import dev.kontor.review.joint.Kept;
import dev.kontor.review.joint.OpinionForms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws one round: its required set with verdicts, what changed since the round before, and the solutions found. */
@Component(service = RoundView.class)
public final class RoundView {

    /** Whose words the order's fields are called by. */
    private static final String ENTRY = "entry";

    /** As {@link Money} writes it. */
    private static final Pattern AMOUNT = Pattern.compile("[A-Z]{3} -?\\d+\\.\\d\\d");

    private final ReviewBook book;
    private final OpinionForms forms;

    @Activate
    public RoundView(@Reference ReviewBook book, @Reference OpinionForms forms) {
        this.book = book;
        this.forms = forms;
    }

    Block show(OrderView file, Round round, boolean latest) {
        List<Opinion> opinions = book.opinions(round);
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(round));
        blocks.add(required(file, opinions));
        opinions.stream().filter(Opinion::isGiven).forEach(opinion -> blocks.add(findings(file, opinion)));
        solutions(file, opinions, blocks);
        changes(file, round).ifPresent(blocks::add);
        return new Block.Section(
                Text.of(title(round), round.number(), round.revision(), Text.of("review.round." + round.state())), blocks, latest);
    }

    private static String title(Round round) {
        return round.stage() == Stage.JOINT ? "review.round-title" : "review.contract-round-title";
    }

    private static Block facts(Round round) {
        String sets = round.sets().stream()
                .map(set -> "%s %d (%s)".formatted(set.set(), set.number(), shortened(set)))
                .collect(Collectors.joining(", "));
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(Text.of("review.opened-at"), new Cell.Moment(round.openedAt())));
        round.closedAt().ifPresent(at -> facts.add(new Block.Fact(Text.of("review.closed-at"), new Cell.Moment(at))));
        facts.add(new Block.Fact(Text.of("review.decided-by"), Cell.link(Text.plain(sets), "decisions/" + round.decision())));
        if (!round.judged().file().isEmpty()) {
            facts.add(new Block.Fact(Text.of("review.file-digest"), Cell.plain(round.judged().file())));
            facts.add(new Block.Fact(Text.of("review.content-digest"), Cell.plain(round.judged().content())));
        }
        return new Block.Facts(Text.plain(""), facts);
    }

    private static String shortened(SetVersion set) {
        return set.digest().length() > 12 ? set.shortDigest() : set.digest();
    }

    private Block required(OrderView file, List<Opinion> opinions) {
        List<Issue> issues = book.issues(file.number());
        return new Block.Table(
                Text.of("review.required-set"),
                columns("review.department", "review.verdict", "review.remarks", "review.given-by", "review.received-at", "review.suspended",
                        "review.given-at"),
                opinions.stream()
                        .map(opinion -> List.of(
                                Cell.words(Text.of("department." + opinion.department())),
                                verdict(file, opinion),
                                Cell.plain(opinion.remarks()),
                                Cell.person(opinion.givenBy()),
                                new Cell.Moment(opinion.receivedAt()),
                                Suspensions.of(file, opinion, issues),
                                opinion.givenAt().<Cell>map(Cell.Moment::new).orElse(Cell.plain(""))))
                        .toList(),
                "",
                Text.of("review.nobody-required"));
    }

    /** One that was carried over leads to where it was given. */
    private static Cell verdict(OrderView file, Opinion opinion) {
        return opinion.isCarried()
                ? new Cell.Many(List.of(
                        badge(opinion), Cell.link(Text.of("review.contract-tab"), "orders/" + file.number() + "?tab=" + ContractTab.ID)))
                : badge(opinion);
    }

    static Cell badge(Opinion opinion) {
        return switch (opinion.state()) {
            case Opinion.GIVEN -> opinion.objects()
                    ? new Cell.Badge(Tone.BAD, Text.of("review.objection"))
                    : new Cell.Badge(Tone.GOOD, Text.of("review.no-objection"));
            case Opinion.STANDS -> new Cell.Badge(Tone.GOOD, Text.of("review.opinion-stands", opinion.revision()));
            case Opinion.CARRIED -> new Cell.Badge(Tone.GOOD, Text.of("review.opinion-carried", opinion.givenAt().orElseThrow()));
            case Opinion.DROPPED -> new Cell.Badge(Tone.NEUTRAL, Text.of("review.opinion-dropped"));
            default -> new Cell.Badge(Tone.WARNING, Text.of("review.opinion-awaited"));
        };
    }

    /** The values as kept, with the words of the department's form where it runs. */
    private Block findings(OrderView file, Opinion opinion) {
        Map<String, Text> labels = new LinkedHashMap<>();
        forms.of(opinion.department()).ifPresent(form -> label(form, file, labels));
        List<Block.Fact> facts = Kept.read(opinion.findings()).entrySet().stream()
                .filter(value -> !List.of("verdict", "remarks", "signed-term").contains(value.getKey()))
                .map(value -> new Block.Fact(
                        labels.getOrDefault(unnumbered(value.getKey()), Text.plain(value.getKey())),
                        Cell.words(labels.getOrDefault(
                                unnumbered(value.getKey()) + "=" + value.getValue(), Text.plain(value.getValue())))))
                .toList();
        return new Block.Facts(Text.of("review.findings-of", Text.of("department." + opinion.department())), facts);
    }

    private static String unnumbered(String field) {
        return field.replaceAll("\\[\\d+]", "");
    }

    private static void label(OpinionForm form, OrderView file, Map<String, Text> labels) {
        form.sections(file).stream().flatMap(section -> section.fields().stream()).forEach(field -> label("", field, labels));
    }

    private static void label(String prefix, Field field, Map<String, Text> labels) {
        labels.put(prefix + field.name(), field.label());
        field.options().forEach(option -> labels.put(prefix + field.name() + "=" + option.value(), option.label()));
        field.fields().forEach(inner -> label(prefix + field.name() + ".", inner, labels));
    }

    private void solutions(OrderView file, List<Opinion> opinions, List<Block> blocks) {
        List<String> here = opinions.stream().map(Opinion::id).toList();
        List<Solution> solutions =
                book.solutions(file.number()).stream().filter(each -> here.contains(each.opinion())).toList();
        if (solutions.isEmpty()) {
            return;
        }
        blocks.add(new Block.Table(
                Text.of("review.solutions"),
                columns("review.objection", "review.solution-kind", "review.solution-words", "review.state", "review.given-by", "review.remarks"),
                solutions.stream()
                        .map(each -> List.of(
                                Cell.words(Text.of("department." + each.department())),
                                each.document().isEmpty()
                                        ? Cell.words(Text.of("review.solution." + each.kind()))
                                        : Cell.link(Text.of("review.solution." + each.kind()), "documents/" + each.document()),
                                Cell.plain(each.words()),
                                (Cell) new Cell.Badge(tone(each), Text.of("review.solution-state." + each.state())),
                                Cell.person(each.proposal().settledBy()),
                                Cell.plain(each.proposal().remarks())))
                        .toList(),
                "",
                Text.plain("")));
    }

    private static Tone tone(Solution solution) {
        return solution.isAgreed() ? Tone.GOOD : solution.isProposed() ? Tone.INFO : Tone.BAD;
    }

    /** Empty for a first round: there is nothing to compare with. */
    Optional<Block> changes(OrderView file, Round round) {
        return book.before(round)
                .flatMap(earlier -> file.order(earlier.revision()))
                .flatMap(before -> file.order(round.revision()).map(after -> Differences.between(before, after)))
                .map(differences -> new Block.Table(
                        Text.of("review.changes"),
                        columns("review.field", "review.before", "review.after"),
                        differences.changes().stream()
                                .map(RoundView::changed)
                                .toList(),
                        "",
                        Text.of("review.no-changes")));
    }

    private static List<Cell> changed(Change change) {
        return List.of(
                Cell.words(field(change)),
                value(change.before(), change.beforeInWords(ENTRY)),
                value(change.after(), change.afterInWords(ENTRY)));
    }

    /** As in the journal of entry; what a department added has the name that the department gives it. */
    private static Text field(Change change) {
        if (!change.field().startsWith(Differences.MORE)) {
            return change.named(ENTRY);
        }
        String name = change.field().substring(Differences.MORE.length());
        int dot = name.indexOf('.');
        return new Change(name.substring(dot + 1), change.before(), change.after()).named(dot < 0 ? ENTRY : name.substring(0, dot));
    }

    private static Cell value(String kept, Text words) {
        return AMOUNT.matcher(kept).matches()
                ? new Cell.Amount(new Money(new BigDecimal(kept.substring(4)), kept.substring(0, 3)))
                : Cell.words(words);
    }
}
