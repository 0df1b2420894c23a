package dev.kontor.production.quality;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.QualityBook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether a machine may go on to an inspection: the one before is passed, nothing of it is left that does not conform, and
 * before the final one every step of its production is done, and it is what the order in force says (regulation, clauses 4.2,
 * 5.1, 5.3; ).
 */
@Component(service = Gate.class)
public final class Gate {

    private final QualityBook book;
    private final InspectionPlans plans;
    private final PlanBook steps;
    private final Batches batches;

    @Activate
    public Gate(
            @Reference QualityBook book, @Reference InspectionPlans plans, @Reference PlanBook steps, @Reference Batches batches) {
        this.batches = batches;
        this.book = book;
        this.plans = plans;
        this.steps = steps;
    }

    /** Why the machine cannot be presented to the inspection now; empty if it can. */
    Optional<Text> refusal(OrderView file, Machine machine, InspectionKind kind) {
        String serial = machine.serial().value();
        return finished(machine)
                .or(() -> again(serial, kind))
                .or(() -> before(serial, kind))
                .or(() -> open(serial, kind))
                .or(() -> kind == InspectionKind.FINAL ? Outdated.refusal(file, serial) : Optional.empty())
                .or(() -> kind == InspectionKind.FINAL ? undone(steps, machine) : Optional.empty())
                .or(() -> kind == InspectionKind.INCOMING ? material(file, serial) : Optional.empty())
                .or(() -> plan(machine, kind));
    }

    private static Optional<Text> finished(Machine machine) {
        return machine.on(MilestoneName.PRODUCTION_FINISHED)
                .map(day -> Text.of("production.quality.finished-already", machine.serial().value(), day));
    }

    private Optional<Text> again(String serial, InspectionKind kind) {
        return book.latest(serial, kind)
                .filter(latest -> latest.isOwed() || latest.isFulfilled())
                .map(latest -> Text.of(latest.isOwed() ? "production.quality.presented-already" : "production.quality.passed-already",
                        serial, kind.words()));
    }

    private Optional<Text> before(String serial, InspectionKind kind) {
        return before(book, serial, kind);
    }

    /** Why it cannot be inspected now: an earlier inspection counts no more since the machine is reworked. */
    static Optional<Text> before(QualityBook book, String serial, InspectionKind kind) {
        return kind.before()
                .filter(before -> book.latest(serial, before).filter(Inspection::isFulfilled).isEmpty())
                .map(before -> Text.of("production.quality.missing", serial, before.words(), kind.words()));
    }

    /** Another nonconformity than the one that is being inspected again may have been found meanwhile. */
    private Optional<Text> open(String serial, InspectionKind kind) {
        return book.nonconformities(serial).stream()
                .filter(each -> each.bars(kind))
                .findFirst()
                .map(each -> Text.of("production.quality.still-open", serial, each.number()));
    }

    /** Which steps of the machine are not done; empty if all are, or if it was made before the company began to work here. */
    static Optional<Text> undone(PlanBook steps, Machine machine) {
        String open = steps.piece(machine.serial()).map(steps::operations).orElse(List.of()).stream()
                .filter(step -> !step.isFinished())
                .map(PlannedOperation::name)
                .collect(Collectors.joining(", "));
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("production.quality.step-open", machine.serial().value(), open, InspectionKind.FINAL.words()));
    }

    /** Something of which it can be built has come and was inspected. */
    private Optional<Text> material(OrderView file, String serial) {
        return batches.of(file.number(), serial).isEmpty()
                ? Optional.of(Text.of("production.quality.no-batch", serial))
                : Optional.empty();
    }

    private Optional<Text> plan(Machine machine, InspectionKind kind) {
        return plans.inForce(machine.model(), kind).isPresent()
                ? Optional.empty()
                : Optional.of(Text.of("production.quality.no-plan", machine.model(), kind.words()));
    }
}
