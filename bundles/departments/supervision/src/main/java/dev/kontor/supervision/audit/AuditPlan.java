package dev.kontor.supervision.audit;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.supervision.Digest;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.facts.MonthOver;
import dev.kontor.supervision.finding.Finding;
import dev.kontor.supervision.finding.FindingBook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plans the audits: when a month is over its sample is drawn and told to the supervision group, who are reminded on the last
 * day; the day after it is known whether it was missed, and told to company leadership. So is an opinion on what was
 * found that is not given in time.
 */
@Component(service = AuditPlan.class)
public final class AuditPlan {

    private final AuditBook book;
    private final FindingBook findings;
    private final WorkingCalendar calendar;

    @Activate
    public AuditPlan(@Reference AuditBook book, @Reference FindingBook findings, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.findings = findings;
        this.calendar = calendar;
    }

    /**
     * Draws the sample of a month once; again it has no effect. Who is to inspect it has the days from the end of the month, or
     * from when it was drawn, if that was later: nobody has missed what was not there.
     *
     * @param orders to which something happened in it
     */
    public void draw(CompanyFile company, YearMonth month, List<OrderNumber> orders) {
        if (book.of(month).isPresent()) {
            return;
        }
        LocalDate over = Collections.max(List.of(month.atEndOfMonth(), company.today().minusDays(1)));
        Decision decision = company.consult(Question.at(Supervision.AT_AUDIT, new MonthOver(month.toString(), orders.size())).since(over));
        int size = Supervision.number(decision.parameters(), Supervision.AT_AUDIT, "sample-size");
        WorkingDays within = WorkingDays.of(Supervision.number(decision.parameters(), Supervision.AT_AUDIT, "audit-days"));
        LocalDate due = calendar.deadline(over, within).lastDay();
        Audit audit = new Audit(month, due, orders.size(), decision.id(), company.now());
        book.keep(audit);
        List<OrderNumber> drawn = drawn(audit.id(), orders, size);
        for (int place = 0; place < drawn.size(); place++) {
            book.keep(new Sample(audit, drawn.get(place), place));
        }
        if (drawn.isEmpty()) {
            audit.end(company.now());
        } else {
            company.plan(Supervision.ID, "audit-due " + audit.id(), due);
            company.plan(Supervision.ID, "audit " + audit.id(), due.plusDays(1));
        }
        Text what = Text.of("supervision.audit-planned", month.toString(), drawn.size(), orders.size(), due);
        company.notify(Role.SUPERVISOR, what);
        company.note("supervision.audit-planned", what,
                List.of(new Change("sample", "", drawn.stream().map(OrderNumber::value).collect(Collectors.joining(" ")))));
    }

    /** Anybody can draw it again: the orders whose digests together with the audit's id come first. */
    static List<OrderNumber> drawn(String audit, List<OrderNumber> orders, int size) {
        return orders.stream()
                .sorted(Comparator.comparing(order -> Digest.of(audit + " " + order.value())))
                .limit(size)
                .toList();
    }

    /** Its last day has come. */
    public void remind(CompanyFile company, String id) {
        undone(company, id).ifPresent(audit -> company.notify(Role.SUPERVISOR, Text.of(
                "supervision.audit-due", audit.month().toString(), audit.dueOn(),
                book.samples(audit).stream().filter(sample -> !sample.isSettled()).count())));
    }

    /** The day after its last day has come. */
    public void look(CompanyFile company, String id) {
        undone(company, id).ifPresent(audit -> {
            audit.miss(company.now());
            Text missed = Text.of("supervision.audit-missed", audit.month().toString(), audit.dueOn());
            company.notify(Role.SUPERVISOR, missed);
            company.notify(Role.LEADERSHIP, missed);
            company.note("supervision.audit-missed", missed, List.of());
        });
    }

    /** What was found is waiting for a rectification opinion, which is given in time. */
    void awaitOpinion(CompanyFile company, Sample sample, Decision decision, List<Finding> found) {
        Supervision.find(decision.parameters(), Supervision.AT_AUDIT, "opinion-days").filter(days -> !found.isEmpty()).ifPresent(days -> {
            LocalDate due = calendar.deadline(company.today(), WorkingDays.of(days)).lastDay();
            found.forEach(finding -> finding.await(due));
            company.plan(Supervision.ID, "opinion " + sample.id(), due.plusDays(1));
        });
    }

    /** The day after an opinion was due on what was found at an order of a sample. */
    public void lookForOpinion(CompanyFile company, String id) {
        book.sample(id).ifPresent(sample -> {
            List<Finding> open = findings.of(sample.order()).stream()
                    .filter(finding -> finding.decision().equals(sample.decision()) && finding.state() == Finding.State.OPEN)
                    .toList();
            if (!open.isEmpty()) {
                Text late = Text.of("supervision.opinion-late", sample.order().value(), open.size(), LocalDate.parse(open.get(0).dueOn()));
                company.notify(Role.SUPERVISOR, late);
                company.notify(Role.LEADERSHIP, late);
                company.note("supervision.opinion-late", late, List.of());
            }
        });
    }

    /** Two who inspected the last two orders at once have each left it open. */
    private Optional<Audit> undone(CompanyFile company, String id) {
        Optional<Audit> looked = book.audit(id);
        looked.ifPresent(audit -> endIfDone(company, audit));
        return looked.filter(audit -> !audit.isDone());
    }

    /** Draws the next order that was not drawn yet in the place of one; nothing when all were drawn. */
    Optional<OrderNumber> drawAnother(Audit audit, List<OrderNumber> orders) {
        List<Sample> samples = book.samples(audit);
        Optional<OrderNumber> next = drawn(audit.id(), orders, orders.size()).stream()
                .filter(order -> samples.stream().noneMatch(sample -> sample.order().equals(order)))
                .findFirst();
        next.ifPresent(order -> book.keep(new Sample(audit, order, samples.size())));
        return next;
    }

    /** Whether every order of the sample is inspected or replaced; then it is done. */
    void endIfDone(CompanyFile company, Audit audit) {
        if (!audit.isDone() && book.samples(audit).stream().allMatch(Sample::isSettled)) {
            audit.end(company.now());
            company.note("supervision.audit-done", Text.of("supervision.audit-done", audit.month().toString()), List.of());
        }
    }
}
