package dev.kontor.finance.receipt;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.finance.Collecting;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.finance.schedule.Schedule;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pays instalments by a penalty that the company owes, as company leadership has granted (抵扣, R-7.8). */
@Component(service = SettingOff.class)
public final class SettingOff {

    private final Receipts receipts;
    private final Schedule schedule;
    private final Collecting collecting;

    @Activate
    public SettingOff(@Reference Receipts receipts, @Reference Schedule schedule, @Reference Collecting collecting) {
        this.receipts = receipts;
        this.schedule = schedule;
        this.collecting = collecting;
    }

    /**
     * So much of an instalment is paid by a set-off.
     *
     * @param id of the set-off
     * @return whether so much of it was open
     */
    public boolean setOff(OrderFile file, String id, int position, Money amount) {
        boolean open = schedule.instalment(file.number(), position)
                .map(Due::open)
                .filter(rest -> rest.currency().equals(amount.currency()) && amount.compareTo(rest) <= 0)
                .isPresent();
        if (open) {
            receipts.keep(Payment.setOff(id, file.today(), position, amount, file));
            schedule.paid(file.number(), position);
            collecting.settle(file);
        }
        return open;
    }

    /** What leadership granted stands: it pays what the revision leaves open, as far as it goes. The rest is owed again. */
    void again(OrderFile file, Payment before) {
        Money left = before.amount();
        for (Due due : Posting.owed(schedule, file, left.currency(), Posting.OLDEST)) {
            Money part = Collections.min(List.of(due.open(), left));
            if (part.isPositive()) {
                receipts.keep(Payment.setOff(before.receipt(), before.receivedOn(), due.position(), part, file));
                schedule.paid(file.number(), due.position());
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            tell(file, before.amount(), left);
        }
        collecting.settle(file);
    }

    private static void tell(OrderFile file, Money granted, Money left) {
        Text said = Text.of("finance.penalty.set-off-left", granted, left);
        file.note("finance.set-off-left", said, List.of(new Change("set-off", granted.toString(), granted.minus(left).toString())));
        file.notify(Role.FINANCE_CLERK, said);
        file.notify(file.summary().representative(), said);
    }
}
