package dev.kontor.supervision;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.department.Roster;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.Violations;
import dev.kontor.api.task.Task;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.audit.AuditBook;
import dev.kontor.supervision.audit.AuditPlan;
import dev.kontor.supervision.commendation.CommendationBook;
import dev.kontor.supervision.events.Events;
import dev.kontor.supervision.events.Independence;
import dev.kontor.supervision.finding.FindingBook;
import dev.kontor.supervision.finding.Rectifications;
import dev.kontor.supervision.indicator.Indicators;
import dev.kontor.supervision.regulation.RegulationBook;
import dev.kontor.supervision.regulation.Unread;
import dev.kontor.supervision.score.Months;
import dev.kontor.supervision.score.Payroll;
import dev.kontor.supervision.score.ScoreBook;
import dev.kontor.supervision.score.ScoreSheet;
import dev.kontor.supervision.score.Scoring;
import dev.kontor.supervision.treatment.Authority;
import dev.kontor.supervision.treatment.CatchUp;
import dev.kontor.supervision.treatment.Hearing;
import dev.kontor.supervision.treatment.Lateness;
import dev.kontor.supervision.treatment.Rulings;
import dev.kontor.supervision.treatment.TreatmentBook;
import dev.kontor.supervision.treatment.Treatments;
import dev.kontor.testkit.FakeAccounts;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.OpenWall;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.StillClock;
import dev.kontor.testkit.WeekdayCalendar;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Supervision with its rows in a real database and the company's rules; orders and their journals as a test tells them. */
public final class SupervisionRoom implements AutoCloseable {

    private static final RuleBook RULES = RuleBook.of(
            List.of(Path.of("..", "..", "..", "rules")),
            "supervision/audit", "supervision/penalties", "supervision/treatment", "supervision/score");

    public final Diary diary = new Diary();
    public final FakeAccounts accounts = new FakeAccounts()
            .with("lina", Role.SALES_REP)
            .with("zhou", Role.FINANCE_REVIEWER)
            .with("gao", Role.LEADERSHIP)
            .with("shen", Role.SUPERVISOR)
            .with("han", Role.SUPERVISOR);
    /** Of the company: other versions can be activated. */
    public final RuleBook book = RULES.copy();
    public final FakeCompanyFile company = new FakeCompanyFile(LocalDate.of(2026, 4, 1), book);
    public final List<Violations.Found> violations = new ArrayList<>();
    public final AuditBook audits;
    public final FindingBook findings;
    public final TreatmentBook treatments;
    public final ScoreBook scores;
    public final ScoreSheet scoreSheet;
    public final RegulationBook regulation;
    public final CommendationBook commendations;
    public final Independence independence;
    public final Rectifications rectifications;
    public final Treatments way;
    public final Rulings rulings;
    public final Parties parties;
    public final Addressees addressees;
    public final Unread unread;
    public final Authority authority;
    public final AuditPlan plan;
    public final Months months;
    public final Events events;
    public final Subjects subjects;
    public final Scoring scoring;
    public final Payroll payroll;
    public final Indicators indicators = new Indicators(new OpenWall());
    public final SupervisionDepartment department;
    private final StoreHarness store;

    public SupervisionRoom(Dialect dialect) {
        store = StoreHarness.on(dialect);
        EntityManager rows = store.unit("supervision");
        WeekdayCalendar calendar = new WeekdayCalendar();
        StillClock clock = new StillClock(company::now);
        events = new Events(diary, diary, diary, diary, accounts);
        audits = new AuditBook(rows);
        findings = new FindingBook(rows);
        treatments = new TreatmentBook(rows);
        scores = new ScoreBook(rows);
        scoreSheet = new ScoreSheet(scores, diary);
        regulation = new RegulationBook(rows);
        commendations = new CommendationBook(rows);
        independence = new Independence(events, accounts);
        addressees = new Addressees(accounts);
        rectifications = new Rectifications(findings, calendar);
        way = new Treatments(treatments, calendar, new Lateness(events, calendar, clock, diary), new Hearing(addressees));
        parties = new Parties(accounts);
        subjects = new Subjects(addressees, new Departments());
        authority = new Authority(treatments, accounts, parties);
        CatchUp missed = new CatchUp(
                way, treatments, diary, (before, limit, reader) -> new Violations.Part(violations, Optional.empty()));
        rulings = new Rulings(treatments, new Look(), clock);
        months = new Months(indicators, events, treatments, clock);
        payroll = new Payroll(treatments, commendations, months);
        scoring = new Scoring(scores, months, diary);
        plan = new AuditPlan(audits, findings, calendar);
        unread = new Unread(regulation, accounts);
        department = new SupervisionDepartment(new MonthEnd(plan, scoring, months, missed, unread), plan, way, rectifications);
    }

    /** An order whose contract was signed on 2 March 2026, in the books of the company. */
    public FakeOrderFile order(int number) {
        FakeOrderFile file = new FakeOrderFile(anOrder().numbered(number).build(), RULES).with(department);
        company.with(file);
        return diary.open(file);
    }

    public static RuleBook rules() {
        return RULES;
    }

    public <R> R run(Supplier<R> work) {
        return store.transactions().command(work);
    }

    public <R> R read(Supplier<R> reading) {
        return store.transactions().read(reading);
    }

    public void does(Runnable work) {
        store.transactions().command(() -> {
            work.run();
            return null;
        });
    }

    public Answer submit(CompanyCommand command, Map<String, Object> values) {
        return run(() -> command.run(company, new Values(values)));
    }

    public Answer submit(OrderCommand command, FakeOrderFile file, Task task, Map<String, Object> values) {
        return run(() -> command.run(file, Optional.of(task), new Values(values)));
    }

    public static Refused refusal(Runnable attempt) {
        return catchThrowableOfType(Refused.class, attempt::run);
    }

    public static List<String> gaps(Runnable attempt) {
        return Optional.ofNullable(refusal(attempt)).stream().flatMap(each -> each.gaps().stream()).map(Refused.Gap::field).toList();
    }

    @Override
    public void close() {
        store.close();
    }

    /** Asks the rules about an order of the diary, and keeps nothing. */
    private final class Look implements Outlook {

        @Override
        public List<SetVersion> versions(ConsultationPoint point) {
            return RULES.versions(point);
        }

        @Override
        public Outlook.Answer ask(OrderNumber order, Question question, Person reader) {
            return diary.file(order).look(question);
        }
    }

    /** Production alone is a department here. */
    private static final class Departments implements Roster {

        @Override
        public List<Member> members() {
            return List.of(new Member("department", "production", Instant.EPOCH, true));
        }

        @Override
        public int waitingFor(DepartmentId department) {
            return 0;
        }
    }
}
