package dev.kontor.kernel.replay;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Replays.Scope;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.kernel.document.PlainText;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.replay.ReplayRows.Line;
import dev.kontor.kernel.rule.RuleServices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries a version on the cases of a file: few enough to be done at once, reported as decisions of the past are. */
@Component(service = CompanyCommand.class)
public final class TryCases extends ReplayCommands {

    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final ReplayRows replays;
    private final RuleServices rules;
    private final Documents documents;
    private final Clock clock;

    @Activate
    public TryCases(@Reference ReplayRows replays, @Reference RuleServices rules, @Reference Documents documents, @Reference Clock clock) {
        super("try-cases");
        this.replays = replays;
        this.rules = rules;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), field("set"), field("digest").withHint(Text.of("kernel.replay.hint-digest")),
                Field.file("file", label("file")).withHint(Text.of("kernel.replay.hint-file")));
    }

    /** @param subject {@code review/joint@} and the version's digest */
    @Override
    public Values initial(Person person, String subject) {
        return new Values(named(subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        SetVersion version = version(rules, values).version();
        Upload upload = values.upload("file").orElseThrow();
        RuleEngine engine = rules.engine().orElseThrow(() -> conflict("kernel.rules-cannot-decide", version.set()));
        Map<ConsultationPoint, List<SetVersion>> active = active(engine, version.set());
        List<RuleEngine.Case> cases = engine.cases(
                Stream.concat(Stream.of(version), active.values().stream().flatMap(List::stream)).distinct().toList(), upload.name(), content(upload));
        if (cases.isEmpty()) {
            throw Refused.at("file", Text.of("kernel.replay.no-cases"));
        }
        StoredReplay report = kept(company, version, upload.name(), active, cases, engine);
        company.note("rules.replayed",
                Text.of("kernel.replay.line-cases", version.set(), version.shortDigest(), report.done(), upload.name(), report.changed()),
                List.of(new Change("report", "", report.chain()), new Change("file", "", upload.digest())));
        return Answer.of(Text.of("kernel.replay.cases-tried", version.set(), report.done(), report.changed())).goingTo("replays/" + report.id());
    }

    /** Whoever is asked at the points whose answers depend on the set. */
    private static Map<ConsultationPoint, List<SetVersion>> active(RuleEngine engine, String set) {
        Map<ConsultationPoint, List<SetVersion>> active = new LinkedHashMap<>();
        try {
            engine.points(set).forEach(point -> active.put(point, engine.active(point)));
        } catch (CannotDecide notNow) {
            throw conflict("kernel.rules-cannot-decide", set);
        }
        return active;
    }

    private String content(Upload upload) {
        try (InputStream content = documents.open(upload)) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Refused.at("file", Text.of("kernel.replay.cases-too-large"));
            }
            return PlainText.of(bytes).orElseThrow(() -> Refused.at("file", Text.of("kernel.replay.encoding")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private StoredReplay kept(CompanyFile company, SetVersion version, String file, Map<ConsultationPoint, List<SetVersion>> active,
            List<RuleEngine.Case> cases, RuleEngine engine) {
        long begun = System.nanoTime();
        List<LocalDate> days = cases.stream().map(RuleEngine.Case::day).sorted().toList();
        Scope scope = new Scope(days.get(0), days.get(days.size() - 1), Optional.empty(), Optional.empty(), Optional.empty(), false, false,
                Optional.of(cut(file)));
        String id = UUID.randomUUID().toString();
        String chain = Canonical.digest(version.set() + version.digest() + Canonical.text(scope));
        Map<Line, Trial> changes = new LinkedHashMap<>();
        for (int place = 1; place <= cases.size(); place++) {
            RuleEngine.Case each = cases.get(place - 1);
            Trial trial = Trial.of(engine, version, active, each);
            if (trial.changes()) {
                changes.put(line(place, each), trial);
                chain = trial.chained(chain, each.name());
            }
        }
        int failed = (int) changes.values().stream().filter(Trial::failed).count();
        StoredReplay report = new StoredReplay(id, version, scope, active.keySet().stream().map(ConsultationPoint::value).toList(),
                State.DONE, cases.size(), cases.size(), changes.size(), failed, 0, 0, chain,
                Duration.ofNanos(System.nanoTime() - begun).toMillis(), company.actor().id(), company.now());
        replays.insert(report);
        changes.forEach((line, trial) -> replays.change(id, line, trial));
        return report;
    }

    private Line line(int place, RuleEngine.Case each) {
        Optional<Money> total = each.facts().stream().filter(Order.class::isInstance).map(fact -> ((Order) fact).total()).findFirst();
        return new Line(place, "", cut(each.name()), "#" + place, "", total.map(Money::amount).orElse(BigDecimal.ZERO),
                total.map(Money::currency).orElse(""), each.day().atStartOfDay(clock.zone()).toInstant());
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
