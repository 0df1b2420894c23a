package dev.kontor.finance.release;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.finance.CreditBook;
import dev.kontor.finance.facts.CreditAccount;
import dev.kontor.finance.facts.ReleaseGiven;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.schedule.ScheduleRows;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of releases, and what is at stake with each. Usable only inside a command or a read. */
@Component(service = Releases.class)
public final class Releases {

    private static final Set<String> BEFORE_DISPATCH = Set.of("advance", "before-dispatch");
    private static final int MOST = 500;

    private final EntityManager entities;
    private final Schedule schedule;
    private final ScheduleRows rows;
    private final CreditBook credit;

    @Activate
    public Releases(
            @Reference(target = "(osgi.unit.name=finance)") EntityManager entities,
            @Reference Schedule schedule,
            @Reference ScheduleRows rows,
            @Reference CreditBook credit) {
        this.entities = entities;
        this.schedule = schedule;
        this.rows = rows;
        this.credit = credit;
    }

    void keep(Release release) {
        entities.persist(release);
    }

    /** The latest first. */
    public List<Release> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from Release one where one.orderNumber = :number order by one.proposedAt desc, one.id", Release.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** What would go out of hand now: the open money that should have come first, or what credit is exceeded by. */
    Money stake(OrderView file, Item item) {
        Order order = file.order().orElseThrow();
        return switch (item) {
            case PRODUCTION -> open(file, due -> due.kind().equals("advance") || due.isOverdue(file.today()));
            case PAYMENT -> open(file, due -> BEFORE_DISPATCH.contains(due.kind()) || due.isOverdue(file.today()));
            case DUNNING -> late(file, order);
            case CREDIT -> exceeding(credit.account(order, file.today()));
        };
    }

    private Money open(OrderView file, Predicate<Due> which) {
        return schedule.inForce(file).stream()
                .filter(which)
                .map(Due::open)
                .reduce(Money.zero(file.order().orElseThrow().currency()), Money::plus);
    }

    /** What the customer owes that is late, of every order in this one's currency. */
    private Money late(OrderView file, Order order) {
        return rows.owedBy(order.customer().value(), MOST).stream()
                .filter(due -> due.isOverdue(file.today()) && due.amount().currency().equals(order.currency()))
                .map(Due::open)
                .reduce(Money.zero(order.currency()), Money::plus);
    }

    /** What goes beyond a limit; all of it when the limit has expired or there is none. */
    private static Money exceeding(CreditAccount account) {
        boolean limited = account.approved() && !account.expired();
        BigDecimal beyond = limited ? account.headroom().negate().max(BigDecimal.ZERO) : account.exposure();
        return new Money(beyond, account.currency());
    }

    /** As rules see it; of confirmed ones only. In another currency than what is at stake it holds for nothing. */
    ReleaseGiven given(OrderFile file, Release release) {
        Money stake = stake(file, release.item());
        boolean same = stake.currency().equals(release.amount().currency());
        return new ReleaseGiven(
                release.item().value(),
                release.amount().amount(),
                release.amount().currency(),
                same ? release.amount().minus(stake).amount() : BigDecimal.ONE.negate(),
                release.expiresOn().toString(),
                (int) ChronoUnit.DAYS.between(file.today(), release.expiresOn()),
                release.reason(),
                release.proposedBy(),
                release.settledBy());
    }
}
