package dev.kontor.logistics.acceptance;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.DeemedAcceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Goods whose customer objects to nothing for as long as the contract says count as accepted (视为验收): money falls due by that day.
 * Delivered they are by the signed report alone, which stays owed.
 */
@Component(service = Deeming.class)
public final class Deeming {

    /** Before the number of the shipment. */
    public static final String MATTER = "deemed-";

    private static final DepartmentId LOGISTICS = new DepartmentId("logistics");

    private final Shipments shipments;
    private final Acceptances acceptances;
    private final Incidents incidents;
    private final WorkingCalendar calendar;
    private final Clock clock;

    @Activate
    public Deeming(
            @Reference Shipments shipments, @Reference Acceptances acceptances, @Reference Incidents incidents,
            @Reference WorkingCalendar calendar, @Reference Clock clock) {
        this.shipments = shipments;
        this.acceptances = acceptances;
        this.incidents = incidents;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The goods have arrived, or the contract was changed since: the last day to object is found, and looked at after it. It is never
     * one on which nobody here could write an objection down; one that is over stays what it was.
     */
    public void await(OrderFile file, Shipment shipment) {
        if (shipment.state() != State.ARRIVED || shipment.journey().objectionsUntil().filter(day -> day.isBefore(file.today())).isPresent()) {
            return;
        }
        Optional<LocalDate> last = file.order().flatMap(Order::deemedAcceptance)
                .map(term -> later(last(term, since(file, shipment)), file.today()));
        shipment.journey().objectionsUntil(last);
        last.ifPresentOrElse(
                day -> file.plan(LOGISTICS, MATTER + shipment.number(), day.plusDays(1)),
                () -> file.unplan(LOGISTICS, MATTER + shipment.number()));
    }

    /** The arrival; of an order that was taken over no earlier than that: what the customer had said before is not known here. */
    private LocalDate since(OrderFile file, Shipment shipment) {
        return later(shipment.journey().arrivedOn().orElseThrow(), file.summary().registeredAt().atZone(clock.zone()).toLocalDate());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** The day of the arrival is not counted; a calendar day rolls past days off (policy 4). */
    private LocalDate last(DeemedAcceptance term, LocalDate arrived) {
        return term.workingDays()
                ? calendar.deadline(arrived, WorkingDays.of(term.days())).lastDay()
                : calendar.deadline(arrived.plusDays(term.days()), WorkingDays.of(0)).lastDay();
    }

    /** The last day to object is over. */
    public void look(OrderFile file, String matter) {
        Shipment shipment = shipments.find(file.number(), Integer.parseInt(matter.substring(MATTER.length()))).orElseThrow();
        Optional<LocalDate> last = shipment.journey().objectionsUntil().filter(day -> day.isBefore(file.today()));
        if (last.isEmpty() || shipment.state() != State.ARRIVED || file.milestones().contains(MilestoneName.REVIEW_TERMINATED)) {
            return;
        }
        if (isObjected(shipment, last.orElseThrow())) {
            file.note("logistics.deemed", Text.of("logistics.not-deemed", shipment.number(), last.orElseThrow()), List.of());
        } else {
            deem(file, shipment, last.orElseThrow());
        }
    }

    /** The customer was not silent, or damage and loss speak for themselves. What was settled since is accepted by signature. */
    private boolean isObjected(Shipment shipment, LocalDate last) {
        Instant end = last.plusDays(1).atStartOfDay(clock.zone()).toInstant();
        return !incidents.harm(shipment).isEmpty()
                || acceptances.objections(shipment, Acceptance.ARRIVAL).stream().anyMatch(each -> each.raisedAt().isBefore(end));
    }

    private void deem(OrderFile file, Shipment shipment, LocalDate day) {
        shipment.journey().deem(day);
        shipments.machines(file, shipment)
                .forEach(machine -> file.reach(machine.serial(), MilestoneName.LOGISTICS_DEEMED_ACCEPTED, day));
        Coverage.settle(file);
        Text said = Text.of("logistics.deemed", shipment.number(), day);
        file.note("logistics.deemed", said, List.of());
        file.notify(file.summary().representative(), said);
        file.notify(Role.SALES_HEAD, said);
    }
}
