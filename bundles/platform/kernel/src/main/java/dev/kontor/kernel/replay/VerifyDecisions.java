package dev.kontor.kernel.replay;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Replays.Scope;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Stamps;
import dev.kontor.kernel.rule.RuleServices;
import dev.kontor.store.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins to execute kept decisions again by the versions that they cite, one or a million, as a replay works. */
@Component(service = CompanyCommand.class)
public final class VerifyDecisions implements CompanyCommand {

    private static final LocalDate EVER = LocalDate.of(1990, 1, 1);

    private final Transactions transactions;
    private final ReplayRows replays;
    private final ReplayWork work;
    private final RuleServices rules;
    private final Clock clock;

    @Activate
    public VerifyDecisions(
            @Reference Transactions transactions,
            @Reference ReplayRows replays,
            @Reference ReplayWork work,
            @Reference RuleServices rules,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.replays = replays;
        this.work = work;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rules/verify";
    }

    @Override
    public Text title() {
        return Text.of("kernel.proof.verify");
    }

    /** An auditor begins it too: it changes nothing but its own report. */
    @Override
    public Set<Role> roles() {
        return Set.of(Role.RULE_ADMINISTRATOR, Role.AUDITOR);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(),
                Field.text("set", Text.of("kernel.replay.field-set")).optional().withHint(Text.of("kernel.proof.hint-set")),
                Field.text("digest", Text.of("kernel.replay.field-digest")).optional().withHint(Text.of("kernel.proof.hint-digest")),
                Field.date("from", Text.of("kernel.replay.field-from")).optional(),
                Field.date("to", Text.of("kernel.replay.field-to")).optional().withHint(Text.of("kernel.proof.hint-days")));
    }

    @Override
    public Values initial(Person person, String subject) {
        LocalDate today = clock.today();
        return new Values(Map.of("from", today.minusYears(1).toString(), "to", today.toString()));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        SetVersion version = version(values.text("set"), values.text("digest"));
        RuleEngine engine = rules.engine().orElseThrow(() -> ReplayCommands.conflict("kernel.proof.no-engine"));
        List<String> points = (version.set().isEmpty() ? rules.sets() : List.of(version.set())).stream()
                .flatMap(set -> engine.points(set).stream())
                .map(ConsultationPoint::value)
                .distinct()
                .toList();
        Scope scope = scope(values);
        long after = stamp(scope.from()) - 1;
        long now = Stamps.afterNow();
        long until = (values.has("to") ? Math.min(stamp(scope.to().plusDays(1)), now) : now) - 1;
        StoredReplay proof = new StoredReplay(UUID.randomUUID().toString(), version, scope, points, State.RUNNING,
                replays.count(points, scope, after, until), 0, 0, 0, after, until,
                Canonical.digest(version.set() + version.digest() + Canonical.text(scope)), 0, company.actor().id(), company.now());
        replays.insert(proof);
        company.note("rules.proof-begun", Text.of("kernel.proof.line-begun", proof.total()), List.of(
                new Change("set", "", version.set()), new Change("from", "", scope.from().toString()),
                new Change("to", "", scope.to().toString())));
        transactions.afterCommit(work::ring);
        return Answer.of(Text.of("kernel.proof.has-begun", proof.total())).goingTo("replays/" + proof.id());
    }

    /** Of a set, or of all; what is written of a digest must name one version of it. */
    private SetVersion version(String set, String digest) {
        if (!set.isEmpty() && !rules.known(set)) {
            throw Refused.at("set", Text.of("kernel.proof.no-set", set));
        }
        if (digest.isEmpty()) {
            return new SetVersion(set, 0, "");
        }
        return rules.version(set, digest)
                .map(RuleSets.Version::version)
                .orElseThrow(() -> Refused.at("digest", Text.of("kernel.replay.no-version", set, digest)));
    }

    private Scope scope(Values values) {
        LocalDate from = values.date("from").orElse(EVER);
        LocalDate to = values.date("to").orElse(clock.today());
        if (to.isBefore(from)) {
            throw Refused.at("to", Text.of("kernel.replay.ends-before"));
        }
        return new Scope(from, to, Optional.empty(), Optional.empty(), Optional.empty(), false, true, Optional.empty());
    }

    private long stamp(LocalDate day) {
        return Stamps.from(day.atStartOfDay(clock.zone()).toInstant());
    }
}
