package dev.kontor.finance.invoice;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.facts.InvoiceOwed;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is to be invoiced of an order, and by when: Java counts, {@code rules/finance/invoicing} decide. */
@Component(service = {Invoicing.class, FactSource.class})
public final class Invoicing implements FactSource {

    public static final ConsultationPoint POINT = new ConsultationPoint("finance/invoicing");
    static final TaskKind TASK = new TaskKind("finance.invoice");

    /** What stands invoiced of an order that has ended is to be taken back. */
    public static final TaskKind RED_LETTER = new TaskKind("finance.red-letter");

    static final DocumentKind ORIGINAL = new DocumentKind("finance.invoice");

    private static final String INSTALMENT = "instalment-";

    private final InvoiceBook book;
    private final Schedule schedule;
    private final WorkingCalendar calendar;

    @Activate
    public Invoicing(@Reference InvoiceBook book, @Reference Schedule schedule, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.schedule = schedule;
        this.calendar = calendar;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(InvoiceOwed.class);
    }

    @Override
    public Collection<InvoiceOwed> about(OrderFile file) {
        return file.order().map(order -> owed(file, order)).orElse(List.of());
    }

    /** Asks the rules which invoices are owed; they raise the tasks. */
    Decision ask(OrderFile file) {
        return file.consult(Question.at(POINT));
    }

    /**
     * Asks where something may be owed that the latest decision does not ask for, so that an order that owes nothing new is not
     * asked about day by day.
     */
    public void look(OrderFile file) {
        Optional<Decision> latest = file.decision(POINT);
        List<String> known = latest.map(each -> each.all(Require.class)).orElse(List.of()).stream().map(Require::subject).toList();
        int near = latest.map(each -> Numbers.of(each, "invoice-ahead-days").whole()).orElse(Integer.MAX_VALUE);
        if (about(file).stream().anyMatch(each -> !known.contains(each.subject()) && isNear(each, near))) {
            ask(file);
        }
    }

    /** Something has happened that makes an invoice owed, or its due day is near: as near behind as ahead, in case the platform stood still. */
    private static boolean isNear(InvoiceOwed each, int days) {
        return each.paid()
                || (each.awaitsInvoice() && each.dispatched())
                || (each.dueKnown() && !each.awaitsInvoice() && Math.abs(each.workingDaysToDue()) <= days);
    }

    /** All of something is invoiced: whatever asks for nothing more ends, and its tasks are lifted. */
    void done(OrderFile file) {
        Order order = file.order().orElseThrow();
        book.requests(order.number()).stream()
                .filter(each -> each.isOpen() && !left(order, each.instalment()).isPositive())
                .forEach(InvoiceRequest::finish);
        ask(file);
    }

    /** The order has ended: nothing of it is invoiced any more, and what is invoiced is taken back. */
    public void close(OrderFile file) {
        book.requests(file.number()).forEach(InvoiceRequest::finish);
        if (isInvoiced(file)) {
            WorkingDays within = Numbers.of(ask(file), "invoice-days").workingDays();
            file.raise(NewTask.of(RED_LETTER, Role.FINANCE_CLERK).until(calendar.deadline(file.today(), within)));
        }
    }

    /** A red letter was recorded: where nothing stands any more nobody owes one. */
    void takenBack(OrderFile file) {
        if (!isInvoiced(file)) {
            file.openTasks(RED_LETTER).forEach(task -> file.complete(task.id(), Outcome.of("taken-back")));
        }
    }

    private boolean isInvoiced(OrderFile file) {
        return file.order().filter(order -> book.invoiced(order).total().isPositive()).isPresent();
    }

    private List<InvoiceOwed> owed(OrderView file, Order order) {
        List<InvoiceRequest> open = book.requests(order.number()).stream().filter(InvoiceRequest::isOpen).toList();
        Stream<InvoiceOwed> asked = open.stream().map(each -> asked(file, order, each));
        Stream<InvoiceOwed> silent = schedule.of(order.number()).stream()
                .filter(due -> open.stream().noneMatch(each -> each.instalment() == Invoice.WHOLE || each.instalment() == due.position()))
                .filter(due -> left(order, due.position()).isPositive())
                .map(due -> fact(file, order, due, INSTALMENT + due.position(), false));
        return Stream.concat(asked, silent).toList();
    }

    private InvoiceOwed asked(OrderView file, Order order, InvoiceRequest request) {
        return schedule.of(order.number()).stream()
                .filter(due -> due.position() == request.instalment())
                .findFirst()
                .map(due -> fact(file, order, due, request.subject(), true))
                .orElse(new InvoiceOwed(request.subject(), false, true, "", false, false, 0, false, dispatched(file)));
    }

    private InvoiceOwed fact(OrderView file, Order order, Due due, String subject, boolean asked) {
        return new InvoiceOwed(
                subject,
                true,
                asked,
                term(order, due.position()),
                due.isPaid(),
                due.dueOn().isPresent(),
                due.dueOn().map(day -> calendar.workingDaysBetween(file.today(), day)).orElse(0),
                instalment(order, due.position()).filter(each -> each.due().events().contains("invoice-received")).isPresent(),
                dispatched(file));
    }

    private static boolean dispatched(OrderView file) {
        return file.milestones().contains(MilestoneName.LOGISTICS_DISPATCHED);
    }

    /** {@code invoice-first}, {@code payment-first}, or empty. */
    String term(Order order, int position) {
        return book.terms(order.number()).stream()
                .filter(each -> each.instalment() == position)
                .findFirst()
                .map(each -> each.isInvoiceFirst() ? "invoice-first" : "payment-first")
                .orElse("");
    }

    static Optional<Instalment> instalment(Order order, int position) {
        return order.payment().instalments().stream().filter(each -> each.position() == position).findFirst();
    }

    /** What is not invoiced yet of an instalment, or of the whole order; never more than of the order. */
    Money left(Order order, int position) {
        Money ofOrder = order.total().minus(book.invoiced(order).total());
        if (position == Invoice.WHOLE) {
            return ofOrder;
        }
        List<Invoice> own = book.of(order.number()).stream().filter(each -> each.instalment() == position).toList();
        Money ofInstalment = instalment(order, position).map(Instalment::amount).orElse(Money.zero(order.currency()))
                .minus(book.sum(order, own).total());
        return ofInstalment.compareTo(ofOrder) < 0 ? ofInstalment : ofOrder;
    }

    /** From which day the customer has had the invoices of instalments that fall due by them, by position. */
    public Map<Integer, LocalDate> received(Order order) {
        return Coverage.received(order, book);
    }

    Optional<InvoiceRequest> request(OrderView file, String subject) {
        return book.requests(file.number()).stream().filter(each -> each.subject().equals(subject)).findFirst();
    }

    /** The position of the instalment that a task is about, or {@link Invoice#WHOLE}. */
    int scope(OrderView file, String subject) {
        return subject.startsWith(INSTALMENT)
                ? Integer.parseInt(subject.substring(INSTALMENT.length()))
                : request(file, subject).map(InvoiceRequest::instalment).orElse(Invoice.WHOLE);
    }

    static Text words(Order order, int position) {
        return instalment(order, position)
                .map(each -> Text.of("finance.invoice.of-instalment", position, each.amount()))
                .orElse(Text.of("finance.invoice.of-order"));
    }
}
