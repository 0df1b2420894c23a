package dev.kontor.finance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.finance.dunning.Dunning;
import dev.kontor.finance.guarantee.Guarantees;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What follows when an order's payments or due days have changed: credit, dunning, and whether the order is collected. */
@Component(service = Collecting.class)
public final class Collecting {

    /** What production asks before it begins; finance's rules are attached to it. */
    private static final ConsultationPoint START = new ConsultationPoint("production/start");

    private final Schedule schedule;
    private final CreditBook credit;
    private final Dunning dunning;
    private final Guarantees guarantees;

    @Activate
    public Collecting(
            @Reference Schedule schedule, @Reference CreditBook credit, @Reference Dunning dunning, @Reference Guarantees guarantees) {
        this.schedule = schedule;
        this.credit = credit;
        this.dunning = dunning;
        this.guarantees = guarantees;
    }

    /** What is paid is dunned no longer and frees the customer's limit; the order is collected when no more is due. */
    public void settle(OrderFile file) {
        if (schedule.of(file.number()).isEmpty()) {
            return;
        }
        schedule.settle(file);
        credit.pay(file.number(), paid(file));
        dunning.ask(file);
        look(file);
        List<Due> dues = schedule.of(file.number());
        boolean reached = file.milestones().contains(MilestoneName.FINANCE_COLLECTED);
        if (dues.stream().allMatch(due -> due.isPaid() || (due.isRetention() && !isDue(due, file.today())))) {
            file.reach(MilestoneName.FINANCE_COLLECTED);
        } else if (reached && dues.stream().anyMatch(due -> !due.isPaid() && !due.isRetention())) {
            file.withdraw(MilestoneName.FINANCE_COLLECTED, Text.of("finance.receipt.collected-no-longer"));
        }
    }

    /** Where production waits for money it is asked anew whether it still has to. */
    public void look(OrderFile file) {
        boolean held = file.decision(START).filter(decision -> !decision.all(Hold.class).isEmpty()).isPresent();
        if (held) {
            file.consult(Question.at(START));
        }
    }

    private Money paid(OrderFile file) {
        return schedule.of(file.number()).stream()
                .map(Due::paid)
                .reduce(Money.zero(file.order().orElseThrow().currency()), Money::plus);
    }

    /** On its day money is due. */
    private static boolean isDue(Due due, LocalDate today) {
        return due.dueOn().filter(day -> !day.isAfter(today)).isPresent();
    }

    /**
     * A cleared order counts into its customer's exposure, and its instalments are followed.
     *
     * @param invoiced the days from which the customer has the invoices of the order's instalments, by position
     */
    public void open(OrderFile file, Map<Integer, LocalDate> invoiced) {
        file.order().ifPresent(order -> {
            file.lock(order.customer());
            credit.count(order);
            schedule.invoicesReceived(file, invoiced);
            schedule.refresh(file);
        });
    }

    /** The rules were asked about what falls due. */
    public void decided(OrderFile file, Decision decision) {
        schedule.decided(file, decision);
    }

    /** A day of an instalment, or of a guarantee that stands for one, has come. */
    void attend(OrderFile file, String matter) {
        if (Guarantees.isMatter(matter)) {
            guarantees.attend(file, matter);
        } else {
            dunning.attend(file, matter);
        }
    }

    /** An event has happened from which instalments fall due. */
    public void happened(OrderFile file) {
        if (!schedule.of(file.number()).isEmpty()) {
            schedule.refresh(file);
            settle(file);
        }
    }

    /** Which instalments the customer has the invoices of has changed. @param days by position */
    public void invoicesReceived(OrderFile file, Map<Integer, LocalDate> days) {
        schedule.invoicesReceived(file, days);
        happened(file);
    }

    /** The order has ended; nobody asks for its money any more. */
    public void close(OrderFile file) {
        credit.release(file.number());
        schedule.close(file);
        dunning.ask(file);
    }
}
