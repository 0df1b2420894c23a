package dev.kontor.kernel.desk;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** A small department: it registers contracts, opens files, and does what a test tells it to. */
final class TradeDepartment implements Department {

    static final TaskKind SIGN = new TaskKind("trade.sign");
    static final MilestoneName SIGNED = new MilestoneName("trade.signed");
    static final MilestoneName GRANTED = new MilestoneName("trade.granted");

    final List<String> opened = new CopyOnWriteArrayList<>();
    final List<String> completed = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger unable = new AtomicInteger();

    @Override
    public DepartmentId id() {
        return new DepartmentId("trade");
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(Arrival.on(MilestoneName.ENTRY_REGISTERED, this::open));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(SIGNED, GRANTED);
    }

    private void open(OrderFile file) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            file.note("trade.lost", Text.plain("rolled back"), List.of());
            throw new IllegalStateException("as the test wants");
        }
        opened.add(file.number().value());
    }

    @Override
    public void attend(OrderFile file, String matter) {
        file.note("trade.attended", Text.plain(matter + " by " + file.actor().id()), List.of());
        if (unable.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("as the test wants");
        }
    }

    @Override
    public void attend(CompanyFile company, String matter) {
        company.note("trade.attended", Text.plain(matter + " by " + company.actor().id()), List.of());
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        completed.add(file.number() + " " + outcome.verdict());
    }

    /** {@code trade/register}: opens an order, of the customer C-1 unless another is named. */
    static final class Register implements CompanyCommand {

        @Override
        public String name() {
            return "trade/register";
        }

        @Override
        public Text title() {
            return Text.of("trade.register");
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.SALES_REP);
        }

        @Override
        public Form form(Person person, String subject) {
            return Form.of(
                    title(), Field.text("contract", Text.of("trade.contract")), Field.text("customer", Text.of("trade.customer")).optional(),
                    Field.text("call-off", Text.of("trade.call-off")).optional());
        }

        @Override
        public Answer run(CompanyFile company, Values values) {
            Contract contract = new Contract(
                    new ContractNumber(values.text("contract")), values.has("call-off") ? Contract.FRAMEWORK : Contract.SALE,
                    values.text("call-off"), "", company.today(), List.of());
            CustomerId customer = new CustomerId(values.has("customer") ? values.text("customer") : "C-1");
            OrderFile file = company.open(contract, customer, company.actor().id(), true);
            file.raise(NewTask.of(SIGN, Role.SALES_REP));
            return Answer.of(Text.of("trade.registered"), file.number());
        }
    }

    /** {@code trade/entrust}: leaves a matter of an order to the department. */
    static final class Entrust implements CompanyCommand {

        @Override
        public String name() {
            return "trade/entrust";
        }

        @Override
        public Text title() {
            return Text.of("trade.entrust");
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.RULE_ADMINISTRATOR);
        }

        @Override
        public Form form(Person person, String subject) {
            return Form.of(title(), Field.text("order", Text.of("trade.order")), Field.text("matter", Text.of("trade.matter")));
        }

        @Override
        public Answer run(CompanyFile company, Values values) {
            company.entrust(new OrderNumber(values.text("order")), values.text("matter"));
            return Answer.of(Text.of("trade.entrusted"));
        }
    }

    /** {@code trade/act}: whatever the test says. */
    record Act(String name, Optional<TaskKind> task, BiFunction<OrderFile, Optional<Task>, Answer> what)
            implements OrderCommand {

        @Override
        public Text title() {
            return Text.of(name.replace('/', '.'));
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.SALES_REP);
        }

        @Override
        public Form form(OrderView file, Optional<Task> about) {
            return Form.of(title(), Field.text("word", Text.of("trade.word")).optional());
        }

        @Override
        public Answer run(OrderFile file, Optional<Task> about, Values values) {
            return what.apply(file, about);
        }
    }
}
