package dev.kontor.finance.release;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.finance.CreditBook;
import dev.kontor.finance.dunning.DunningBook;
import dev.kontor.finance.facts.CreditAccount;
import dev.kontor.finance.facts.ReleaseGiven;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.PlannedInstalment;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.schedule.ScheduleRows;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private final DunningBook dunning;

    @Activate
    public Releases(
            @Reference(target = "(osgi.unit.name=finance)") EntityManager entities,
            @Reference Schedule schedule,
            @Reference ScheduleRows rows,
            @Reference CreditBook credit,
            @Reference DunningBook dunning) {
        this.entities = entities;
        this.schedule = schedule;
        this.rows = rows;
        this.credit = credit;
        this.dunning = dunning;
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
            case DUNNING -> stopping(file, order);
            case CREDIT -> beyondCredit(file, order);
        };
    }

    private Money open(OrderView file, Predicate<Due> which) {
        return schedule.inForce(file).stream()
                .filter(which)
                .map(Due::open)
                .reduce(Money.zero(file.order().orElseThrow().currency()), Money::plus);
    }

    /**
     * What the customer owes that is late, and that leadership has stopped deliveries for, late or not, of every order; where nothing of
     * it is in this order's currency, what is in the first other.
     */
    private Money stopping(OrderView file, Order order) {
        String customer = order.customer().value();
        Stream<Due> late = rows.owedBy(customer, MOST).stream().filter(due -> due.isOverdue(file.today()));
        Stream<Due> stopped = dunning.stopped(customer).stream()
                .flatMap(hardship -> rows.find(hardship.order(), hardship.position()).stream())
                .filter(PlannedInstalment::isOwed)
                .map(PlannedInstalment::due);
        List<Money> open = Stream.concat(late, stopped).distinct().map(Due::open).toList();
        String currency = open.stream()
                .map(Money::currency)
                .min(Comparator.comparing((String each) -> !each.equals(order.currency())).thenComparing(Comparator.naturalOrder()))
                .orElse(order.currency());
        return open.stream().filter(each -> each.currency().equals(currency)).reduce(Money.zero(currency), Money::plus);
    }

    /**
     * What goes beyond the customer's limit, all of it when the limit has expired or there is none. What the limit cannot be compared
     * with puts all of the order at stake that is not paid.
     */
    private Money beyondCredit(OrderView file, Order order) {
        CreditAccount account = credit.account(order, file.today());
        boolean limited = account.approved() && !account.expired();
        BigDecimal amount = limited ? account.headroom().negate().max(BigDecimal.ZERO) : account.exposure();
        Money beyond = new Money(amount, account.currency());
        Money open = open(file, due -> true);
        boolean covers = beyond.currency().equals(open.currency()) && beyond.compareTo(open) >= 0;
        return account.otherCurrency() && !covers ? open : beyond;
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
