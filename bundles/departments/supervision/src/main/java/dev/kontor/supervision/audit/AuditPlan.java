package dev.kontor.supervision.audit;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.supervision.Digest;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.facts.MonthOver;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plans the audits: when a month is over its sample is drawn, and the day after its last day it is known whether it was
 * missed.
 */
@Component(service = AuditPlan.class)
public final class AuditPlan {

    private final AuditBook book;
    private final WorkingCalendar calendar;

    @Activate
    public AuditPlan(@Reference AuditBook book, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.calendar = calendar;
    }

    /**
     * Draws the sample of a month once; again it has no effect.
     *
     * @param orders to which something happened in it
     */
    public void draw(CompanyFile company, YearMonth month, List<OrderNumber> orders) {
        if (book.of(month).isPresent()) {
            return;
        }
        Decision decision = company.consult(Question.at(Supervision.AT_AUDIT, new MonthOver(month.toString(), orders.size())));
        int size = Supervision.number(decision.parameters(), Supervision.AT_AUDIT, "sample-size");
        WorkingDays within = WorkingDays.of(Supervision.number(decision.parameters(), Supervision.AT_AUDIT, "audit-days"));
        LocalDate due = calendar.deadline(month.atEndOfMonth(), within).lastDay();
        Audit audit = new Audit(month, due, orders.size(), decision.id(), company.now());
        book.keep(audit);
        List<OrderNumber> drawn = drawn(audit.id(), orders, size);
        for (int place = 0; place < drawn.size(); place++) {
            book.keep(new Sample(audit, drawn.get(place), place));
        }
        if (drawn.isEmpty()) {
            audit.end(company.now());
        } else {
            company.plan(Supervision.ID, "audit " + audit.id(), due.plusDays(1));
        }
        company.note("supervision.audit-planned", Text.of("supervision.audit-planned", month.toString(), drawn.size(), orders.size(), due),
                List.of(new Change("sample", "", drawn.stream().map(OrderNumber::value).collect(Collectors.joining(" ")))));
    }

    /** Anybody can draw it again: the orders whose digests together with the audit's id come first. */
    static List<OrderNumber> drawn(String audit, List<OrderNumber> orders, int size) {
        return orders.stream()
                .sorted(Comparator.comparing(order -> Digest.of(audit + " " + order.value())))
                .limit(size)
                .toList();
    }

    /** The day after its last day has come. */
    public void look(CompanyFile company, String id) {
        book.audit(id).filter(audit -> !audit.isDone()).ifPresent(audit -> {
            audit.miss(company.now());
            company.note("supervision.audit-missed", Text.of("supervision.audit-missed", audit.month().toString(), audit.dueOn()), List.of());
        });
    }
}
