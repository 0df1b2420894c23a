package dev.kontor.finance.penalty;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Money;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.facts.ContractDelay;
import dev.kontor.finance.schedule.Schedule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The contractual penalties of an order (违约金) as of today: both ways, each by its breach clause. Amounts are computed when
 * they are read; whether one runs at all the rules decide, on the day that changes it.
 */
@Component(service = {Penalties.class, FactSource.class})
public final class Penalties implements FactSource {

    public static final ConsultationPoint POINT = new ConsultationPoint("finance/penalty");

    private final PenaltyBook book;
    private final Schedule schedule;
    private final WorkingCalendar calendar;

    @Activate
    public Penalties(@Reference PenaltyBook book, @Reference Schedule schedule, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.schedule = schedule;
        this.calendar = calendar;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(ContractDelay.class);
    }

    @Override
    public Collection<ContractDelay> about(OrderFile file) {
        return of(file).stream().map(Penalty::fact).toList();
    }

    /** Asks the rules which penalties run. */
    Decision ask(OrderFile file) {
        return file.consult(Question.at(POINT));
    }

    /** Asks on a day on which a grace has passed, or something late was made good in time after all. */
    public void look(OrderFile file) {
        boolean changed = of(file).stream().anyMatch(each -> each.isBeyondGrace() != each.runs());
        if (changed) {
            ask(file);
        }
    }

    List<Penalty> of(OrderView file) {
        if (file.order().isEmpty()) {
            return List.of();
        }
        Set<String> running = running(file);
        return book.terms(file.number()).stream()
                .flatMap(term -> delays(file, term).stream())
                .map(each -> each.running(running.contains(each.matter())))
                .toList();
    }

    private List<Penalty> delays(OrderView file, PenaltyTerm term) {
        Delays delays = new Delays(file, term);
        return switch (term.side()) {
            case LATE_DELIVERY -> delays.ofDelivery(calendar);
            case LATE_PAYMENT -> delays.ofPayments(schedule);
        };
    }

    /** What the latest decision says is late beyond its grace. */
    private static Set<String> running(OrderView file) {
        return file.decisions().stream()
                .filter(decision -> decision.point().equals(POINT))
                .findFirst()
                .map(decision -> decision.all(Check.class))
                .orElse(List.of())
                .stream()
                .filter(check -> !check.passed())
                .map(Check::subject)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What one side owes by the clause, before anything is waived. */
    public Money accrued(OrderView file, Side side) {
        return of(file).stream().filter(each -> each.side() == side).map(Penalty::amount).reduce(zero(file), Money::plus);
    }

    public Money waived(OrderView file, Side side) {
        return book.waived(file.number(), side, zero(file).currency());
    }

    /** Leadership has still to decide whether something is waived. */
    public boolean isWaiverOpen(OrderView file) {
        return book.waivers(file.number()).stream().anyMatch(Waiver::isOpen);
    }

    /** What is to be settled of it; never negative. */
    public Money owed(OrderView file, Side side) {
        Money left = accrued(file, side).minus(waived(file, side));
        return left.isPositive() ? left : zero(file);
    }

    private static Money zero(OrderView file) {
        return Money.zero(file.order().orElseThrow().currency());
    }
}
