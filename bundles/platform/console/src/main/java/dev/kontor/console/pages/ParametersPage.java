package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every number that the company set, by rule set; and of each what it was, is and will be, and who changed it. */
@Component(service = Page.class)
public final class ParametersPage implements Page {

    private final RuleSets rules;
    private final RuleHistory history;
    private final RuleNames names;
    private final Clock clock;

    @Activate
    public ParametersPage(@Reference RuleSets rules, @Reference RuleHistory history, @Reference RuleNames names, @Reference Clock clock) {
        this.rules = rules;
        this.history = history;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "parameters";
    }

    @Override
    public Text title() {
        return Words.of("parameters-of-rules");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("rules", "adjustments", 15));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RULE_ADMINISTRATOR, Role.AUDITOR, Role.LEADERSHIP);
    }

    @Override
    public View show(Query query) {
        return query.tail().isEmpty() ? list(query) : one(query);
    }

    private View one(Query query) {
        Refused unknown = Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-page", "parameters/" + String.join("/", query.tail())));
        if (query.tail().size() != 3) {
            throw unknown;
        }
        String set = query.tail().get(0) + "/" + query.tail().get(1);
        String name = query.tail().get(2);
        List<RuleHistory.ParameterLine> lines = history.parameters(set).stream()
                .filter(line -> line.parameter().name().equals(name))
                .toList();
        RuleSets.Version active = rules.set(set).flatMap(RuleSets.RuleSet::active).filter(found -> !lines.isEmpty()).orElseThrow(() -> unknown);
        boolean written = rules.files(set, active.version().digest())
                .map(files -> files.getOrDefault("parameters.csv", ""))
                .filter(table -> table.lines().anyMatch(line -> line.startsWith(name + ",")))
                .isPresent();
        return new ParameterView(lines, active, names, clock.today(), query.reader()).show(written);
    }

    private View list(Query query) {
        String words = query.parameter("words").toLowerCase(Locale.ROOT);
        String language = query.reader().language();
        List<Block.Group> groups = rules.sets().stream()
                .flatMap(set -> set.active().stream())
                .map(active -> new Block.Group(
                        Words.of("parameters.of", names.title(active.version(), language), active.version().set()), rows(active, words, language)))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        Block listing = new Block.Listing(
                title(),
                Stream.of(
                                Words.column("parameter"), Words.number("value"), Words.column("unit"), Words.column("from"),
                                Words.column("clause"), Words.column("parameters.to-come"))
                        .map(column -> new Block.Heading(column, "", Block.Sorted.NO))
                        .toList(),
                groups,
                "",
                Words.of("parameters.none"),
                Optional.empty(),
                Optional.empty());
        return View.of(title(), new Block.Search("parameters", Words.of("parameters.search"), query.parameter("words"), List.of()), listing)
                .refreshedBy("rules.activated");
    }

    private List<Block.Row> rows(RuleSets.Version active, String words, String language) {
        Map<String, List<Parameter>> byName = active.parameters().stream()
                .collect(Collectors.groupingBy(Parameter::name, TreeMap::new, Collectors.toList()));
        return byName.values().stream()
                .filter(lines -> says(active, lines.get(0), words))
                .map(lines -> row(active, lines, language))
                .toList();
    }

    /** Whether it is called so in either language: who looks for a number may have the word of a colleague. */
    private boolean says(RuleSets.Version active, Parameter parameter, String words) {
        return Stream.of(
                        parameter.name(), parameter.clause().value(), active.version().set(),
                        names.title(active.version(), "en"), names.title(active.version(), "zh"),
                        names.parameter(active.version(), parameter.name(), "en"), names.parameter(active.version(), parameter.name(), "zh"))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
    }

    private Block.Row row(RuleSets.Version active, List<Parameter> lines, String language) {
        String name = lines.get(0).name();
        String title = names.parameter(active.version(), name, language);
        Optional<Parameter> now = ParameterView.inForce(lines, clock.today());
        List<Cell> toCome = lines.stream()
                .filter(line -> line.from().isAfter(clock.today()))
                .sorted(Comparator.comparing(Parameter::from))
                .map(line -> (Cell) new Cell.Many(List.of(new Cell.Day(line.from()), new Cell.Number(line.value()))))
                .toList();
        return new Block.Row("", Text.plain(title), List.of(
                new Cell.Many(List.of(
                        Words.link(title, "parameters/" + active.version().set() + "/" + name), Cell.plain(name))),
                now.<Cell>map(line -> new Cell.Number(line.value())).orElse(Cell.plain("–")),
                Cell.words(Words.unit(lines.get(0).unit())),
                now.<Cell>map(line -> new Cell.Day(line.from())).orElse(Cell.plain("–")),
                Cell.plain(now.orElse(lines.get(0)).clause().value()),
                toCome.isEmpty() ? Cell.plain("–") : new Cell.Many(toCome)));
    }
}
