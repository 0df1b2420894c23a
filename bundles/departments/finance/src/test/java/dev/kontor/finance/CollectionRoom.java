package dev.kontor.finance;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.schedule.ScheduleFacts;
import dev.kontor.finance.schedule.ScheduleRows;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.WeekdayCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** Collection of one order, with its rows in a real database and the company's rules. */
public final class CollectionRoom implements AutoCloseable {

    private static final RuleBook RULES = RuleBook.of(List.of(Path.of("..", "..", "..", "rules")), "finance/due");

    public final FakeOrderFile file;
    public final Schedule schedule;
    private final StoreHarness store;

    public CollectionRoom(Dialect dialect, Order order) {
        store = StoreHarness.on(dialect);
        ScheduleRows rows = new ScheduleRows(store.unit("finance"));
        schedule = new Schedule(rows, new WeekdayCalendar());
        file = new FakeOrderFile(order, RULES).with(new ScheduleFacts(schedule));
    }

    public void refresh() {
        run(() -> schedule.refresh(file));
    }

    /** The order passes a milestone on a day, and finance hears of it. */
    public void passed(MilestoneName milestone, LocalDate day) {
        file.setToday(day);
        run(() -> {
            file.reach(milestone, day);
            schedule.refresh(file);
        });
    }

    public List<Due> dues() {
        return read(() -> schedule.of(file.number()));
    }

    public Due due(int position) {
        return read(() -> schedule.instalment(file.number(), position)).orElseThrow();
    }

    public <R> R read(Supplier<R> reading) {
        return store.transactions().read(reading);
    }

    public <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    public void run(Runnable work) {
        command(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
