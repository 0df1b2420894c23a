package dev.kontor.supervision.score;

import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.time.Clock;
import dev.kontor.supervision.events.Events;
import dev.kontor.supervision.indicator.Indicators;
import dev.kontor.supervision.treatment.Treatment;
import dev.kontor.supervision.treatment.TreatmentBook;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a month is scored by: events of orders, and decisions that became final. Reads, and keeps nothing. */
@Component(service = Months.class)
public final class Months {

    private final Indicators indicators;
    private final Events events;
    private final TreatmentBook treatments;
    private final Clock clock;

    @Activate
    public Months(
            @Reference Indicators indicators, @Reference Events events, @Reference TreatmentBook treatments, @Reference Clock clock) {
        this.indicators = indicators;
        this.events = events;
        this.treatments = treatments;
        this.clock = clock;
    }

    /** The month's first instant in the company's zone. */
    public Instant from(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.zone()).toInstant();
    }

    /** Orders to which something happened in the month, with their whole lives. */
    public List<OrderEvents> orders(YearMonth month) {
        return events.within(from(month), from(month.plusMonths(1)));
    }

    Counts counts(YearMonth month, List<OrderEvents> orders) {
        Instant from = from(month);
        Instant until = from(month.plusMonths(1));
        return Counts.of(indicators.all(), orders, at -> !at.isBefore(from) && at.isBefore(until));
    }

    /** Decisions on violations that became final in the month. */
    List<Treatment> treated(YearMonth month) {
        return treatments.settled(from(month), from(month.plusMonths(1)));
    }
}
