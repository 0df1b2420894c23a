package dev.kontor.kernel.replay;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Replays.Scope;
import dev.kontor.api.rule.Replays.State;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleSets;
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
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins to try a version on decisions of the past. */
@Component(service = CompanyCommand.class)
public final class StartReplay extends ReplayCommands {

    private final Transactions transactions;
    private final ReplayRows replays;
    private final ReplayWork work;
    private final RuleServices rules;
    private final Customers customers;
    private final Clock clock;

    @Activate
    public StartReplay(
            @Reference Transactions transactions,
            @Reference ReplayRows replays,
            @Reference ReplayWork work,
            @Reference RuleServices rules,
            @Reference Customers customers,
            @Reference Clock clock) {
        super("replay");
        this.transactions = transactions;
        this.replays = replays;
        this.work = work;
        this.rules = rules;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), field("set"), field("digest").withHint(Text.of("kernel.replay.hint-digest")),
                Field.date("from", label("from")), Field.date("to", label("to")),
                field("customer").optional().suggesting("customer"),
                field("department").optional().withHint(Text.of("kernel.replay.hint-department")),
                Field.date("parameters", label("parameters")).optional().withHint(Text.of("kernel.replay.hint-parameters")),
                Field.yesNo("shadow", label("shadow")).optional().withHint(Text.of("kernel.replay.hint-shadow")));
    }

    /** @param subject {@code review/joint@} and the version's digest; the last twelve months are proposed */
    @Override
    public Values initial(Person person, String subject) {
        LocalDate today = clock.today();
        Map<String, Object> values = named(subject);
        values.put("from", today.minusYears(1).toString());
        values.put("to", today.toString());
        return subject.indexOf('@') < 0 ? Values.NONE : new Values(values);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String set = values.text("set");
        RuleSets.Version version = version(rules, values);
        RuleEngine engine = rules.engine().orElseThrow(() -> conflict("kernel.rules-cannot-decide", set));
        Scope scope = scope(values);
        List<String> points = points(engine, set, scope);
        long first = stamp(scope.from());
        long ends = stamp(scope.to().plusDays(1));
        long until = (scope.shadow() ? ends : Math.min(ends, Stamps.afterNow())) - 1;
        String chain = Canonical.digest(set + version.version().digest() + Canonical.text(scope));
        StoredReplay replay = new StoredReplay(UUID.randomUUID().toString(), version.version(), scope, points, State.RUNNING,
                replays.count(points, scope, first - 1, until), 0, 0, 0, first - 1, until, chain, 0, company.actor().id(), company.now());
        replays.insert(replay);
        company.note("rules.replay-begun", Text.of("kernel.replay.line-begun", set, version.version().shortDigest(), replay.total()),
                List.of(new Change("from", "", scope.from().toString()), new Change("to", "", scope.to().toString())));
        transactions.afterCommit(work::ring);
        return Answer.of(Text.of("kernel.replay.has-begun", set, replay.total())).goingTo("replays/" + replay.id());
    }

    private static List<String> points(RuleEngine engine, String set, Scope scope) {
        List<String> points = engine.points(set).stream()
                .map(ConsultationPoint::value)
                .filter(point -> scope.department().stream().allMatch(department -> point.startsWith(department + "/")))
                .toList();
        if (points.isEmpty()) {
            throw Refused.at("department", Text.of("kernel.replay.no-point", scope.department().orElse(""), set));
        }
        return points;
    }

    private long stamp(LocalDate day) {
        return Stamps.from(day.atStartOfDay(clock.zone()).toInstant());
    }

    private Scope scope(Values values) {
        LocalDate from = values.date("from").orElseThrow();
        LocalDate to = values.date("to").orElseThrow();
        if (to.isBefore(from)) {
            throw Refused.at("to", Text.of("kernel.replay.ends-before"));
        }
        Optional<CustomerId> customer = values.has("customer") ? Optional.of(customer(values.text("customer"))) : Optional.empty();
        boolean shadow = values.yes("shadow");
        if (shadow && to.isBefore(clock.today())) {
            throw Refused.at("to", Text.of("kernel.replay.shadow-over"));
        }
        Optional<String> department = values.has("department") ? Optional.of(values.text("department")) : Optional.empty();
        return new Scope(from, to, customer, department, values.date("parameters"), shadow, false, Optional.empty());
    }

    private CustomerId customer(String typed) {
        List<Customer> found = customers.search(typed, 20).stream()
                .filter(each -> each.id().value().equals(typed) || each.name().equals(typed))
                .toList();
        if (found.size() != 1) {
            throw Refused.at("customer", Text.of("kernel.no-customer", typed));
        }
        return found.get(0).id();
    }
}
