package dev.kontor.supervision;

import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.supervision.audit.AuditPlan;
import dev.kontor.supervision.audit.Begin;
import dev.kontor.supervision.regulation.Unread;
import dev.kontor.supervision.score.Months;
import dev.kontor.supervision.score.Scoring;
import dev.kontor.supervision.treatment.CatchUp;
import java.time.YearMonth;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What supervision does when a month is over: its sample is drawn, it is scored, what was missed is taken up, and who has not
 * acknowledged the regulation is reminded.
 */
@Component(service = MonthEnd.class)
public final class MonthEnd {

    private final AuditPlan audits;
    private final Scoring scoring;
    private final Months months;
    private final CatchUp missed;
    private final Unread unread;

    @Activate
    public MonthEnd(
            @Reference AuditPlan audits, @Reference Scoring scoring, @Reference Months months, @Reference CatchUp missed,
            @Reference Unread unread) {
        this.audits = audits;
        this.scoring = scoring;
        this.months = months;
        this.missed = missed;
        this.unread = unread;
    }

    void close(CompanyFile company, YearMonth month) {
        List<OrderEvents> orders = months.orders(month);
        audits.draw(company, month, orders.stream().map(OrderEvents::order).toList());
        scoring.score(company, month, orders);
        missed.catchUp(company, months.from(month));
        unread.remind(company);
        Begin.next(company, month.plusMonths(1));
    }
}
