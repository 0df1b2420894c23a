package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.production.Finished;
import dev.kontor.production.facts.DelayTold;
import dev.kontor.production.facts.PlanForecast;
import dev.kontor.production.facts.PlanOwed;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.ProductionPlan;
import dev.kontor.production.plan.book.WorkOrder;
import dev.kontor.production.plan.delay.DelayBook;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.Nonconformity.State;
import dev.kontor.production.quality.book.QualityBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the rules may know of an order's plan and of the delays that sales was told. */
@Component
public final class PlanFacts implements FactSource {

    private final PlanBook book;
    private final DelayBook delays;
    private final QualityBook quality;
    private final WorkingCalendar calendar;

    @Activate
    public PlanFacts(
            @Reference PlanBook book, @Reference DelayBook delays, @Reference QualityBook quality, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.delays = delays;
        this.quality = quality;
        this.calendar = calendar;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(PlanForecast.class, PlanOwed.class, DelayTold.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        List<Record> facts = new ArrayList<>();
        file.order().ifPresent(order ->
                book.workOrder(file.number()).ifPresent(work -> facts.add(forecast(file, order, work))));
        file.order().ifPresent(order -> facts.addAll(owed(file, order)));
        delays.of(file.number()).forEach(notice -> facts.add(new DelayTold(
                String.valueOf(notice.number()), notice.isAcknowledged(), notice.isPassedOn(), notice.deliveryOn().toString())));
        return facts;
    }

    private PlanForecast forecast(OrderFile file, Order order, WorkOrder work) {
        LocalDate promised = order.delivery().date();
        LocalDate told = work.toldOn().orElse(promised);
        return new PlanForecast(
                work.number(),
                file.milestones().contains(MilestoneName.REVIEW_CLEARED),
                work.releasedOn().isPresent(),
                !work.isOpen(),
                String.valueOf(work.reports() + 1),
                work.forecastOn().toString(),
                promised.toString(),
                calendar.workingDaysBetween(work.forecastOn(), promised),
                told.toString(),
                calendar.workingDaysBetween(work.forecastOn(), told),
                Forecasting.isHeld(file, work));
    }

    /** A plan of the whole order has a machine in the place of each that was scrapped, or was struck since its release. */
    private List<PlanOwed> owed(OrderFile file, Order order) {
        boolean made = file.milestones().contains(MilestoneName.PRODUCTION_FINISHED) && Finished.covers(file);
        if (made || !file.milestones().contains(MilestoneName.REVIEW_CLEARED)) {
            return List.of();
        }
        String delivery = order.delivery().date().toString();
        return book.plan(file.number())
                .filter(plan -> plan.revision() == order.revision())
                .map(plan -> replaced(file, plan).stream().map(serial -> new PlanOwed(serial, delivery)).toList())
                .orElseGet(() -> List.of(new PlanOwed("", delivery)));
    }

    /** What was scrapped, by its serial number; empty for what was struck, which left none. */
    private List<String> replaced(OrderFile file, ProductionPlan plan) {
        List<String> scrapped = quality.nonconformities(file.number()).stream()
                .filter(each -> each.state() == State.SCRAPPED && !each.closedAt().isBefore(plan.plannedAt()))
                .map(Nonconformity::serial)
                .distinct()
                .toList();
        return scrapped.isEmpty() && lacksMachine(file) ? List.of("") : scrapped;
    }

    private boolean lacksMachine(OrderFile file) {
        return file.openTasks(Planning.RELEASE).isEmpty()
                && book.workOrder(file.number()).flatMap(WorkOrder::releasedOn).isPresent()
                && book.pieces(file.number()).stream().anyMatch(piece -> piece.serial().isEmpty());
    }
}
