package dev.kontor.kernel.forward;

import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** To which day the business time goes forward. */
@Component(service = ForwardRows.class)
public final class ForwardRows {

    private final Rows rows;
    private final Transactions transactions;
    private final Bell bell = new Bell();

    @Activate
    public ForwardRows(@Reference Rows rows, @Reference Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Rings when time is to go on. */
    Bell bell() {
        return bell;
    }

    Optional<LocalDate> until() {
        return rows.one("select max(until_day) from kernel_forward having count(*) > 0").map(row -> row.day(0));
    }

    void put(LocalDate day) {
        rows.run("delete from kernel_forward");
        rows.run("insert into kernel_forward (until_day) values (?)", day);
        transactions.afterCommit(bell::ring);
    }

    /** Not when it was put off meanwhile. */
    void reached(LocalDate day) {
        rows.run("delete from kernel_forward where until_day <= ?", day);
    }
}
