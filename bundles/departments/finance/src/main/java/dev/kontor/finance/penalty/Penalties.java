package dev.kontor.finance.penalty;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.facts.BreachTerms;
import dev.kontor.finance.facts.ContractDelay;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.finance.schedule.PaymentKind;
import dev.kontor.finance.schedule.Schedule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return Set.of(ContractDelay.class, BreachTerms.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return Stream.concat(of(file).stream().map(Penalty::fact), breach(file).stream()).toList();
    }

    private Optional<BreachTerms> breach(OrderView file) {
        Set<MilestoneName> passed = file.milestones();
        boolean underWay = passed.contains(MilestoneName.REVIEW_CLEARED)
                && !passed.contains(MilestoneName.FINANCE_SETTLED)
                && !passed.contains(MilestoneName.REVIEW_TERMINATED);
        return file.order().map(order -> new BreachTerms(clauses(order).size(), isRead(file), underWay));
    }

    /** Whether finance has said of the breach clauses, as they are now, that their terms are entered, or that they agree on none. */
    public boolean isRead(OrderView file) {
        return book.reading(file.number())
                .flatMap(reading -> file.order(reading.revision()))
                .map(Penalties::clauses)
                .filter(clauses(file.order().orElseThrow())::equals)
                .isPresent();
    }

    /** Those that may agree on a penalty. */
    public static List<ContractTerm> clauses(Order order) {
        return order.terms().stream().filter(each -> each.kind().equals("breach")).toList();
    }

    /** Asks the rules which penalties run. */
    Decision ask(OrderFile file) {
        return file.consult(Question.at(POINT));
    }

    /** Asks on a day on which a grace has passed, or something late was made good in time after all; and while a clause is not read. */
    public void look(OrderFile file) {
        boolean changed = of(file).stream().anyMatch(each -> each.isBeyondGrace() != each.runs());
        boolean unread = breach(file).filter(each -> each.underWay() && each.clauses() > 0 && !each.read()).isPresent();
        if (changed || (unread && file.openTasks(ConfirmPenaltyTerms.TASK).isEmpty())) {
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
        return file.decision(POINT)
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

    /** Leadership has still to decide whether something is set off. */
    public boolean isSetOffOpen(OrderView file) {
        return book.setOffs(file.number()).stream().anyMatch(SetOff::isOpen);
    }

    /** Of what the company owes what was set off, of what the customer owes what it has paid. */
    public Money settled(OrderView file, Side side) {
        PaymentKind kind = side == Side.LATE_DELIVERY ? PaymentKind.SET_OFF : PaymentKind.PENALTY;
        Money zero = zero(file);
        return schedule.history(file.number()).stream()
                .filter(each -> each.kind() == kind && !each.isReversed() && each.amount().currency().equals(zero.currency()))
                .map(Payment::amount)
                .reduce(zero, Money::plus);
    }

    /** What is to be settled of it; never negative. */
    public Money owed(OrderView file, Side side) {
        Money left = accrued(file, side).minus(waived(file, side)).minus(settled(file, side));
        return left.isPositive() ? left : zero(file);
    }

    private static Money zero(OrderView file) {
        return Money.zero(file.order().orElseThrow().currency());
    }
}
