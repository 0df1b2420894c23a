package dev.kontor.finance.settlement;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.text.Text;
import dev.kontor.finance.facts.SettlementFigures;
import dev.kontor.finance.schedule.Schedule;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settlements and the rules that ask for them. Usable only inside a command or a read. */
@Component(service = {Settling.class, FactSource.class})
public final class Settling implements FactSource {

    public static final ConsultationPoint POINT = new ConsultationPoint("finance/settlement");

    private final EntityManager entities;
    private final Reconciliation reconciliation;

    @Activate
    public Settling(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities, @Reference Reconciliation reconciliation) {
        this.entities = entities;
        this.reconciliation = reconciliation;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(SettlementFigures.class);
    }

    @Override
    public Collection<SettlementFigures> about(OrderFile file) {
        return file.order().isPresent() ? List.of(fact(file)) : List.of();
    }

    private SettlementFigures fact(OrderFile file) {
        Figures figures = asSettled(file);
        Optional<Settlement> settlement = settlement(file.number());
        return new SettlementFigures(
                file.milestones().contains(MilestoneName.FINANCE_COLLECTED),
                file.milestones().contains(MilestoneName.ORDER_COMPLETED),
                figures.differences().size(),
                settlement.filter(each -> each.isOf(figures)).isPresent(),
                file.milestones().contains(MilestoneName.FINANCE_SETTLED),
                settlement.filter(Settlement::isHandedOver).isPresent());
    }

    /** Asks the rules what is to be settled or handed over; they raise the tasks, and hold what differs. */
    public Decision ask(OrderFile file) {
        return file.consult(Question.at(POINT));
    }

    /** Asks where an order is to be settled and nobody is asked to: it was collected again, of which nobody hears. */
    void look(OrderFile file) {
        boolean due = file.milestones().contains(MilestoneName.FINANCE_COLLECTED) && !file.milestones().contains(MilestoneName.FINANCE_SETTLED);
        if (due && file.openTasks(ConfirmSettlement.TASK).isEmpty()) {
            ask(file);
        }
    }

    /** Where something agrees no longer, or the order has other figures than were settled, both confirm again. */
    public void reconsider(OrderFile file) {
        if (!file.milestones().contains(MilestoneName.FINANCE_SETTLED)) {
            return;
        }
        Figures now = asSettled(file);
        settlement(file.number()).filter(settled -> !now.differences().isEmpty() || !settled.isOfOrder(now)).ifPresent(settled -> {
            Text why = Text.of("finance.settlement.settled-no-longer", now.balance());
            settled.reopen();
            file.withdraw(MilestoneName.FINANCE_SETTLED, why);
            file.notify(file.summary().representative(), why);
            file.notify(Role.FINANCE_CLERK, why);
            file.plan(Schedule.FINANCE, DayByDay.DAY, file.today().plusDays(1)); // a settled order may be looked at no longer
            ask(file);
        });
    }

    /** The order is delivered and collected: its papers go to the archive. */
    public void complete(OrderFile file) {
        file.reach(MilestoneName.ORDER_COMPLETED);
        ask(file);
    }

    Figures figures(OrderView file) {
        return reconciliation.of(file, file.today());
    }

    /** Retention money that falls due after the order is settled is collected without its settlement being undone. */
    private Figures asSettled(OrderView file) {
        LocalDate settled = file.passed().stream()
                .filter(each -> each.name().equals(MilestoneName.FINANCE_SETTLED))
                .map(Milestone::on)
                .findFirst()
                .orElse(file.today());
        return reconciliation.of(file, settled);
    }

    Optional<Settlement> settlement(OrderNumber order) {
        return Optional.ofNullable(entities.find(Settlement.class, order.value()));
    }

    /** The order's, to be confirmed. */
    Settlement toConfirm(OrderNumber order) {
        return settlement(order).orElseGet(() -> {
            Settlement made = new Settlement(order);
            entities.persist(made);
            return made;
        });
    }
}
