package dev.kontor.api.desk;

import dev.kontor.api.document.Document;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** An order's file, open for reading. Valid only until the call that it was handed to returns. */
@ProviderType
public interface OrderView {

    OrderNumber number();

    OrderSummary summary();

    /** The revision in force; empty until the order, or the draft of its contract, is submitted for the first time. */
    Optional<Order> order();

    Optional<Order> order(int revision);

    /** Every milestone the order stands on. */
    Set<MilestoneName> milestones();

    /** The same with when and by whom, oldest first. */
    List<Milestone> passed();

    /** The order's machines, by serial number; none before production has enrolled one. */
    List<Machine> machines();

    /**
     * Machines in the works whose line makes {@linkplain OrderLine#isSameMachine another machine} of them in the order's revision
     * in force than in the one that they are of. None of them reaches a milestone until production says what becomes of
     * it.
     */
    default List<Machine> outdated() {
        return machines().stream()
                .filter(machine -> !machine.has(MilestoneName.LOGISTICS_DISPATCHED))
                .filter(machine -> order().filter(now -> now.revision() != machine.revision()).isPresent())
                .filter(machine -> {
                    Optional<OrderLine> now = order().flatMap(order -> order.line(machine.line()));
                    Optional<OrderLine> then = order(machine.revision()).flatMap(order -> order.line(machine.line()));
                    return now.isEmpty() || then.filter(now.get()::isSameMachine).isEmpty();
                })
                .toList();
    }

    List<Task> openTasks();

    default List<Task> openTasks(TaskKind kind) {
        return openTasks().stream().filter(task -> task.kind().equals(kind)).toList();
    }

    List<Document> documents();

    /** The latest decision at each point, newest first. Who wants that of one point asks for it alone. */
    List<Decision> decisions();

    /** The latest decision at a point. */
    default Optional<Decision> decision(ConsultationPoint point) {
        return decisions().stream().filter(each -> each.point().equals(point)).findFirst();
    }

    /** Why it was concluded. When its version cannot be read now, the reason's key and values stand for the words. */
    ReasonWords words(Concluded concluded);

    /** Who reads or acts. */
    Person actor();

    /** One reading of the business clock for the whole call. */
    Instant now();

    LocalDate today();
}
