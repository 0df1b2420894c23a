package dev.kontor.kernel.roster;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.department.Roster;
import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.journal.Change;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.arrival.Arrivals;
import dev.kontor.kernel.desk.Departments;
import dev.kontor.kernel.desk.PlatformWork;
import dev.kontor.kernel.roster.RosterRows.Enrolled;
import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.kernel.rule.FactSources;
import dev.kontor.kernel.rule.RuleServices;
import dev.kontor.kernel.wall.DepartmentWall;
import dev.kontor.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The roster (名册). The company's own departments, named by the configuration, are enrolled when they first run, and with
 * a department the fact types of its bundle; a partner's is approved by a command. Who was removed does not come back by
 * itself.
 */
@Component(
        service = {RosterBook.class, Roster.class, ReadyCheck.class},
        configurationPid = "dev.kontor.kernel.roster",
        immediate = true)
public final class RosterBook implements Roster, ReadyCheck {

    private static final long EVERY_MS = 500;

    /** The bundles of the company's own departments are called so, and then as the department is. */
    private static final String OURS = "dev.kontor.";

    /** The configuration. */
    public @interface Settings {
        /** The company's own departments. */
        String[] departments() default {};
    }

    private final Transactions transactions;
    private final RosterRows rows;
    private final Departments departments;
    private final FactSources facts;
    private final RuleServices rules;
    private final Arrivals arrivals;
    private final PlatformWork platform;
    private final DepartmentWall wall;
    private final Set<String> own;
    private volatile List<Enrolled> enrolled = List.of();
    private volatile boolean looked;
    private volatile boolean complete;
    private final Worker worker;

    @Activate
    public RosterBook(
            @Reference Transactions transactions,
            @Reference RosterRows rows,
            @Reference Departments departments,
            @Reference FactSources facts,
            @Reference RuleServices rules,
            @Reference Arrivals arrivals,
            @Reference PlatformWork platform,
            @Reference DepartmentWall wall,
            Settings settings) {
        this.transactions = transactions;
        this.rows = rows;
        this.departments = departments;
        this.facts = facts;
        this.rules = rules;
        this.arrivals = arrivals;
        this.platform = platform;
        this.wall = wall;
        this.own = Set.of(settings.departments());
        this.worker = new Worker("kontor-roster", new Bell(), EVERY_MS, this::look);
    }

    @Deactivate
    public void stop() {
        worker.close();
    }

    /** Enrols who may join by themselves, and keeps what departments open on as they say it now. */
    void look() {
        own.forEach(name -> wall.call(OURS + name, Text.of("department." + name)));
        enrolled = transactions.read(rows::all);
        List<Department> joining = departments.all().stream()
                .filter(each -> own.contains(each.id().value()) && unknown(RosterRows.DEPARTMENT, each.id().value()))
                .toList();
        List<Department> changed = departments.all().stream().filter(this::opensElsewhere).toList();
        List<String> types = facts.all().stream()
                .filter(each -> departments.live(each.bundle(), rostered()))
                .map(each -> each.type().getName())
                .filter(name -> unknown(RosterRows.FACT_TYPE, name))
                .toList();
        List<String> sets = rules.attached().stream().filter(name -> unknown(RosterRows.RULE_SET, name)).toList();
        if (Stream.of(joining, changed, types, sets).anyMatch(Predicate.not(List::isEmpty))) {
            write(joining, changed, types, sets);
            enrolled = transactions.read(rows::all);
        }
        looked = true;
    }

    private void write(List<Department> joining, List<Department> changed, List<String> types, List<String> sets) {
        platform.onCompany(company -> {
            Instant now = company.now();
            joining.forEach(each -> {
                rows.enrol(RosterRows.DEPARTMENT, each.id().value(), RosterRows.opensOn(each), now);
                each.opensOn().forEach(arrival -> arrivals.catchUp(each.id().value(), arrival.name(), arrival.milestones(), now));
            });
            changed.forEach(each -> rows.opensOn(each.id().value(), RosterRows.opensOn(each)));
            types.forEach(name -> rows.enrol(RosterRows.FACT_TYPE, name, Map.of(), now));
            sets.forEach(name -> rows.enrol(RosterRows.RULE_SET, name, Map.of(), now));
            Stream.of(joining.stream().map(each -> each.id().value()), types.stream(), sets.stream())
                    .flatMap(names -> names)
                    .forEach(name -> company.note("roster.approved", Text.of("kernel.roster-approved", name),
                            List.of(new Change("roster", "", name))));
        });
    }

    private boolean unknown(String kind, String name) {
        return enrolled.stream().noneMatch(each -> each.kind().equals(kind) && each.name().equals(name));
    }

    private boolean opensElsewhere(Department department) {
        return enrolled.stream().anyMatch(each -> each.kind().equals(RosterRows.DEPARTMENT)
                && !each.removed()
                && each.name().equals(department.id().value())
                && !each.opensOn().equals(RosterRows.opensOn(department)));
    }

    private Set<String> rostered() {
        return enrolled.stream()
                .filter(each -> each.kind().equals(RosterRows.DEPARTMENT) && !each.removed())
                .map(Enrolled::name)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Member> members() {
        return transactions.read(rows::all).stream()
                .filter(each -> !each.removed())
                .map(each -> new Member(each.kind(), each.name(), each.since(), runs(each)))
                .toList();
    }

    @Override
    public int waitingFor(DepartmentId department) {
        return transactions.read(() -> rows.waitingFor(department.value()));
    }

    private boolean runs(Enrolled member) {
        return switch (member.kind()) {
            case RosterRows.DEPARTMENT -> departments.complete(member.name());
            case RosterRows.FACT_TYPE -> facts.offers(member.name());
            default -> rules.known(member.name());
        };
    }

    @Override
    public String name() {
        return "roster";
    }

    /**
     * Complete once is complete: a department that stops later makes its orders wait, not the platform. So does one of which
     * it is known that it does not come: removed, or in quarantine. Partners' are waited for by who starts them.
     */
    @Override
    public Optional<Text> missing() {
        if (complete) {
            return Optional.empty();
        }
        List<String> absent = own.stream()
                .filter(name -> departments.find(name).isEmpty() || unknown(RosterRows.DEPARTMENT, name))
                .filter(name -> !removed(name) && !wall.keepsAway(OURS + name))
                .sorted()
                .toList();
        complete = looked && absent.isEmpty();
        return complete
                ? Optional.empty()
                : Optional.of(Text.of("kernel.roster-waiting", String.join(", ", absent)));
    }

    private boolean removed(String department) {
        return enrolled.stream().anyMatch(each -> each.kind().equals(RosterRows.DEPARTMENT)
                && each.name().equals(department)
                && each.removed());
    }
}
