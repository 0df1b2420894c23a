package dev.kontor.aftersales;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.aftersales.improvement.Improvements;
import dev.kontor.aftersales.retrospective.LookBack;
import dev.kontor.aftersales.retrospective.Retrospectives;
import dev.kontor.aftersales.service.AnswerCase;
import dev.kontor.aftersales.service.CaseFacts;
import dev.kontor.aftersales.service.Cases;
import dev.kontor.aftersales.service.OpenServiceCase;
import dev.kontor.aftersales.service.ResolveCase;
import dev.kontor.aftersales.service.ServiceKinds;
import dev.kontor.aftersales.visit.VisitPlan;
import dev.kontor.aftersales.visit.Visits;
import dev.kontor.aftersales.warranty.Warranties;
import dev.kontor.aftersales.warranty.WarrantyFacts;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.task.Task;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeAccounts;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.FakePrinter;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.StillClock;
import dev.kontor.testkit.WeekdayCalendar;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** After-sales with its rows in a real database and the company's rules, and an order that is delivered. */
public final class Room implements AutoCloseable {

    public static final Upload SIGNED = new Upload("record.pdf", "application/pdf", 4, "00");
    private static final RuleBook RULES = RuleBook.of(
            List.of(Path.of("..", "..", "..", "rules")),
            "aftersales/warranty", "aftersales/service", "aftersales/visits", "aftersales/improvement",
            "aftersales/retrospective", "aftersales/finance.due");

    public final EntityManager unit;
    public final Warranties warranties;
    public final ServiceKinds kinds;
    public final Cases cases;
    public final Visits visits;
    public final Improvements improvements;
    public final Retrospectives retrospectives;
    public final FakeAccounts accounts = new FakeAccounts();
    public final DepartmentRoles departments = new DepartmentRoles(accounts);
    public final FakePrinter printer = new FakePrinter();
    public final FakeOrderFile file;
    private final AfterSalesDepartment department;
    private final StoreHarness store;

    public Room(Dialect dialect, Order order) {
        store = StoreHarness.on(dialect);
        unit = store.unit("aftersales");
        warranties = new Warranties(unit);
        kinds = new ServiceKinds(unit);
        cases = new Cases(unit);
        visits = new Visits(unit);
        improvements = new Improvements(unit, new WeekdayCalendar(), departments);
        retrospectives = new Retrospectives(unit);
        department = new AfterSalesDepartment(new VisitPlan(visits), new LookBack(retrospectives), warranties);
        file = new FakeOrderFile(order, RULES).with(department, new CaseFacts(cases), new WarrantyFacts(warranties));
    }

    /** The order's machine, accepted by the customer on the day. */
    public Room delivered(LocalDate day, String serial) {
        SerialNumber number = new SerialNumber(serial);
        file.setToday(day);
        file.reach(MilestoneName.REVIEW_CLEARED);
        file.enrol(number, 1, BigDecimal.ONE);
        file.reach(number, MilestoneName.LOGISTICS_ARRIVED, day);
        file.reach(number, MilestoneName.LOGISTICS_DELIVERED, day);
        file.reach(MilestoneName.LOGISTICS_DELIVERED, day);
        return this;
    }

    /** After-sales opens the delivered order's file. */
    public Room opened() {
        arrive(MilestoneName.LOGISTICS_DELIVERED);
        return this;
    }

    /** After-sales opens the file of an order that stands on the milestone. */
    public void arrive(MilestoneName milestone) {
        command(() -> {
            file.arrive(department, milestone.value());
            return file;
        });
    }

    public void goOnTo(LocalDate day) {
        command(() -> {
            file.goOnTo(day);
            return file;
        });
    }

    public OrderCommand opening() {
        return new OpenServiceCase(cases, kinds, warranties);
    }

    public OrderCommand answering() {
        return new AnswerCase(cases, kinds);
    }

    public OrderCommand resolving() {
        return new ResolveCase(cases, kinds, printer);
    }

    public StillClock clock() {
        return new StillClock(file::now);
    }

    public Answer run(OrderCommand command, Optional<Task> task, Map<String, Object> values) {
        return command(() -> command.run(file, task, new Values(values)));
    }

    /** The fields at which a command was refused. */
    public static List<String> gaps(ThrowingCallable attempt) {
        return Optional.ofNullable(catchThrowableOfType(Refused.class, attempt)).stream()
                .flatMap(refused -> refused.gaps().stream())
                .map(Refused.Gap::field)
                .toList();
    }

    public <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    public <R> R read(Supplier<R> reading) {
        return store.transactions().read(reading);
    }

    @Override
    public void close() {
        store.close();
    }
}
