package dev.kontor.kernel.desk;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.order.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** An order's file, open for reading. */
final class OpenView implements OrderView {

    private final Office office;
    private final OrderNumber number;
    private final Work work;
    private final boolean still;
    private final Map<Integer, Optional<Revision>> revisions = new HashMap<>();
    private final Map<String, Object> seen = new HashMap<>();

    private OpenView(Office office, OrderNumber number, Work work, boolean still) {
        this.office = office;
        this.number = number;
        this.work = work;
        this.still = still;
    }

    /** For reading alone: what was read once is not read again. */
    static OpenView reading(Office office, OrderNumber number, Work work) {
        return new OpenView(office, number, work, true);
    }

    /** Under a file that changes while it is read. */
    static OpenView working(Office office, OrderNumber number, Work work) {
        return new OpenView(office, number, work, false);
    }

    @SuppressWarnings("unchecked") // each name has one type
    private <T> T once(String name, Supplier<T> reading) {
        return still ? (T) seen.computeIfAbsent(name, unread -> reading.get()) : reading.get();
    }

    /** @throws Refused {@code NOT_FOUND} when there is no such order or the person may not see it */
    OpenView seenBy(Person reader) {
        if (office.orders.seen(number, reader).isEmpty()) {
            throw notFound(number);
        }
        return this;
    }

    static Refused notFound(OrderNumber number) {
        return Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.no-order", number.value()));
    }

    @Override
    public OrderNumber number() {
        return number;
    }

    @Override
    public OrderSummary summary() {
        return once("summary", () -> office.orders.summary(number).orElseThrow(() -> notFound(number)));
    }

    @Override
    public Optional<Order> order() {
        return inForce().map(Revision::order);
    }

    /** The revision in force, with its text. */
    Optional<Revision> inForce() {
        int revision = summary().revision();
        return revision == 0 ? Optional.empty() : revision(revision);
    }

    @Override
    public Optional<Order> order(int revision) {
        return revision(revision).map(Revision::order);
    }

    private Optional<Revision> revision(int revision) {
        return revisions.computeIfAbsent(revision, asked -> office.orders.revision(number, asked));
    }

    /** A revision that was looked for before it was there is looked for again. */
    void forget(int revision) {
        revisions.remove(revision);
    }

    @Override
    public Set<MilestoneName> milestones() {
        return once("milestones", () -> office.orders.milestones(number).stream()
                .map(Milestone::name)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public List<Task> openTasks() {
        return once("tasks", () -> office.tasks.of(number));
    }

    @Override
    public List<Document> documents() {
        return once("documents", () -> office.documents.of(number));
    }

    @Override
    public List<Decision> decisions() {
        return once("decisions", () -> office.decisions.latest(number));
    }

    @Override
    public ReasonWords words(Concluded concluded) {
        return office.consultation.words(concluded);
    }

    @Override
    public Person actor() {
        return work.actor();
    }

    @Override
    public Instant now() {
        return work.now();
    }

    @Override
    public LocalDate today() {
        return work.today();
    }
}
