package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rule sets: what decides now, what was refused and why, versions and their differences. */
@Component(service = Page.class)
public final class RulesPage implements Page {

    private final RuleSets rules;
    private final RuleNames names;
    private final Replays replays;
    private final RuleHistory history;
    private final RuleSetParts parts;

    @Activate
    public RulesPage(
            @Reference RuleSets rules,
            @Reference RuleNames names,
            @Reference Replays replays,
            @Reference RuleHistory history,
            @Reference RuleSetParts parts) {
        this.rules = rules;
        this.names = names;
        this.replays = replays;
        this.history = history;
        this.parts = parts;
    }

    @Override
    public String path() {
        return "rules";
    }

    @Override
    public Text title() {
        return Words.of("rules");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("rules", "scale", 10));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RULE_ADMINISTRATOR, Role.AUDITOR, Role.LEADERSHIP);
    }

    @Override
    public View show(Query query) {
        if (query.tail().size() < 2) {
            return list(query.reader().language(), query.reader().holds(Role.RULE_ADMINISTRATOR));
        }
        String name = query.tail().get(0) + "/" + query.tail().get(1);
        RuleSets.RuleSet set = rules.set(name)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-rule-set", name)));
        boolean changes = query.reader().holds(Role.RULE_ADMINISTRATOR);
        if (changes && query.tail().size() == 3 && query.tail().get(2).equals("edit")) {
            return new RuleEditor(rules, set, query.parameter("version")).show(query.parameter("file"));
        }
        return new RuleSetView(rules, names, history, set, replays.of(name, query.reader()), changes, query.reader().language())
                .show(query.parameter("version"), parts.show(name, query.reader()));
    }

    private View list(String language, boolean changes) {
        Block table = new Block.Table(
                title(),
                List.of(
                        Words.column("rule-set"), Words.column("active-version"), Words.column("since"),
                        Words.column("by"), Words.column("state")),
                rules.sets().stream().map(set -> row(set, language)).toList(),
                "",
                Words.of("rules.none"));
        View view = View.of(title(), table, signers(changes)).refreshedBy("rules.activated", "rules.signer");
        return changes
                ? view.withAction(new Cell.Link(Words.of("rules.import"), "do/rules/import", "upload"))
                        .withAction(new Cell.Link(Words.of("rules.trust"), "do/rules/trust", "user-check"))
                : view;
    }

    /** Whose signed sets can be imported, who decided so and when. */
    private Block signers(boolean changes) {
        return new Block.Table(
                Words.of("rules.signers"),
                List.of(Words.column("rules.signer"), Words.column("state"), Words.column("by"), Words.column("since"), Words.column("do")),
                rules.signers().stream().map(signer -> row(signer, changes)).toList(),
                "",
                Words.of("rules.signers-none"));
    }

    private static List<Cell> row(RuleSets.Signer signer, boolean changes) {
        String state = signer.trusted() ? "rules.signer-trusted" : signer.asked() ? "rules.signer-asked" : "rules.signer-ended";
        Cell.Tone tone = signer.trusted() ? Cell.Tone.GOOD : signer.asked() ? Cell.Tone.WARNING : Cell.Tone.INFO;
        List<Cell> people = new ArrayList<>(List.of(Cell.words(Words.person(signer.by()))));
        signer.approvedBy().ifPresent(second -> people.add(Cell.words(Words.of("rules.by-two", Words.person(second)))));
        List<Cell> links = new ArrayList<>();
        if (changes && signer.asked()) {
            links.add(Cell.link(Words.of("rules.confirm-trust"), "do/rules/confirm-trust?subject=" + signer.fingerprint()));
        }
        if (changes && (signer.trusted() || signer.asked())) {
            links.add(Cell.link(Words.of("rules.distrust"), "do/rules/distrust?subject=" + signer.fingerprint()));
        } else if (changes) {
            links.add(Cell.link(Words.of("rules.trust"), "do/rules/trust?subject=" + signer.fingerprint()));
        }
        return List.of(Cell.plain(signer.fingerprint()), new Cell.Badge(tone, Words.of(state)), new Cell.Many(people),
                new Cell.Moment(signer.at()), new Cell.Many(links));
    }

    private List<Cell> row(RuleSets.RuleSet set, String language) {
        return List.of(
                new Cell.Many(List.of(Words.link(title(names, set, language), "rules/" + set.name()), Cell.plain(set.name()))),
                set.active().map(active -> version(active)).orElse(Cell.plain("–")),
                set.active().<Cell>map(active -> new Cell.Moment(active.at())).orElse(Cell.plain("–")),
                Cell.words(Words.person(set.active().flatMap(RuleSets.Version::by))),
                state(set));
    }

    /** By the words of the version that decides; one that never decided is known by its name. */
    static String title(RuleNames names, RuleSets.RuleSet set, String language) {
        return set.active().map(active -> names.title(active.version(), language)).orElse(set.name());
    }

    static Cell version(RuleSets.Version version) {
        return Cell.plain("#%d %s".formatted(version.version().number(), version.version().shortDigest()));
    }

    static Cell state(RuleSets.RuleSet set) {
        List<Cell> states = new ArrayList<>();
        states.add(set.active().isPresent()
                ? new Cell.Badge(Cell.Tone.GOOD, Words.of("rules.decides"))
                : new Cell.Badge(Cell.Tone.BAD, Words.of("rules.cannot-decide")));
        set.candidate().ifPresent(candidate -> states.add(switch (candidate.state()) {
            case "proposed" -> new Cell.Badge(Cell.Tone.INFO, Words.of("rules.proposed"));
            case "scheduled" -> new Cell.Badge(Cell.Tone.INFO, Words.of("rules.scheduled"));
            default -> new Cell.Badge(Cell.Tone.BAD, Words.of("rules.refused", candidate.problems().size()));
        }));
        if (set.folderTrouble().isPresent()) {
            states.add(new Cell.Badge(Cell.Tone.BAD, Words.of("rules.folder-unread")));
        }
        if (set.folderDiffers()) {
            states.add(new Cell.Badge(Cell.Tone.WARNING, Words.of("rules.folder-differs")));
        }
        return new Cell.Many(states);
    }
}
