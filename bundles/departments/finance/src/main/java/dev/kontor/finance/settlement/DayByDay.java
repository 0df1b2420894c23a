package dev.kontor.finance.settlement;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.finance.invoice.Invoicing;
import dev.kontor.finance.penalty.Penalties;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks at a cleared order day by day: which invoices are owed by now, which penalties begin to run or ended,
 * whether a half year is over (policy 13), and whether it is to be settled. It asks the rules only on a day that changes
 * something.
 */
@Component(service = DayByDay.class)
public final class DayByDay {

    /** The matter that is planned for each day. */
    public static final String DAY = "day";

    private final Invoicing invoicing;
    private final Penalties penalties;
    private final Schedule schedule;
    private final HalfYear halfYear;
    private final Settling settling;

    @Activate
    public DayByDay(
            @Reference Invoicing invoicing,
            @Reference Penalties penalties,
            @Reference Schedule schedule,
            @Reference HalfYear halfYear,
            @Reference Settling settling) {
        this.invoicing = invoicing;
        this.penalties = penalties;
        this.schedule = schedule;
        this.halfYear = halfYear;
        this.settling = settling;
    }

    /** Whether a matter that was planned is attended to here. */
    public static boolean isMatter(String planned) {
        return planned.equals(DAY) || HalfYear.isMatter(planned);
    }

    public void attend(OrderFile file, String planned) {
        if (HalfYear.isMatter(planned)) {
            halfYear.attend(file);
        } else {
            look(file);
        }
    }

    public void begin(OrderFile file) {
        halfYear.look(file);
        penalties.look(file);
        file.plan(Schedule.FINANCE, DAY, file.today().plusDays(1));
    }

    public void look(OrderFile file) {
        halfYear.look(file);
        if (isOver(file)) {
            return;
        }
        invoicing.look(file);
        penalties.look(file);
        settling.look(file);
        file.plan(Schedule.FINANCE, DAY, file.today().plusDays(1));
    }

    /** Ended by leadership, or settled and paid to the last retention money. */
    private boolean isOver(OrderFile file) {
        return file.milestones().contains(MilestoneName.REVIEW_TERMINATED)
                || (file.milestones().contains(MilestoneName.FINANCE_SETTLED) && schedule.of(file.number()).stream().allMatch(Due::isPaid));
    }
}
