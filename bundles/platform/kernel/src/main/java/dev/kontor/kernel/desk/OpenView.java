package dev.kontor.kernel.desk;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.order.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** An order's file, open for reading: what was read once is not read again, until who works on it says that it changed. */
final class OpenView implements OrderView {

    private final Office office;
    private final OrderNumber number;
    private final Work work;
    private final Map<Integer, Optional<Revision>> revisions = new HashMap<>();
    private final Map<Part, Object> seen = new EnumMap<>(Part.class);

    OpenView(Office office, OrderNumber number, Work work) {
        this.office = office;
        this.number = number;
        this.work = work;
    }

    /** What of a file changes by itself. */
    enum Part { SUMMARY, MILESTONES, MACHINES, TASKS, DOCUMENTS, DECISIONS, LATEST }

    @SuppressWarnings("unchecked") // each part has one type
    private <T> T once(Part part, Supplier<T> reading) {
        return (T) seen.computeIfAbsent(part, unread -> reading.get());
    }

    /** It is written: who asks next reads it anew. */
    void changed(Part... parts) {
        seen.keySet().removeAll(Set.of(parts));
    }

    /** @throws Refused {@code NOT_FOUND} when there is no such order or the person may not see it */
    OpenView seenBy(Person reader) {
        if (!office.orders.sight(reader).covers(summary().representative())) {
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
        return once(Part.SUMMARY, () -> office.orders.summary(number).orElseThrow(() -> notFound(number)));
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
        return passed().stream().map(Milestone::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Milestone> passed() {
        return once(Part.MILESTONES, () -> office.orders.milestones(number));
    }

    @Override
    public List<Machine> machines() {
        return once(Part.MACHINES, () -> office.machines.of(number));
    }

    @Override
    public List<Task> openTasks() {
        return once(Part.TASKS, () -> office.tasks.of(number));
    }

    @Override
    public List<Document> documents() {
        return once(Part.DOCUMENTS, () -> office.documents.of(number));
    }

    @Override
    public List<Decision> decisions() {
        return once(Part.DECISIONS, () -> office.decisions.latest(number));
    }

    @Override
    public Optional<Decision> decision(ConsultationPoint point) {
        return once(Part.LATEST, HashMap<ConsultationPoint, Optional<Decision>>::new)
                .computeIfAbsent(point, asked -> office.decisions.latest(number, asked));
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
