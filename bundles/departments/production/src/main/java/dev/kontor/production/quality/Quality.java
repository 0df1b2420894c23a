package dev.kontor.production.quality;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.Finished;
import dev.kontor.production.facts.QualityStep;
import dev.kontor.production.plan.Planning;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.Nonconformity.State;
import dev.kontor.production.quality.book.QualityBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What machines owe quality next, and what an inspection leads to: a machine is finished when its final inspection is
 * passed and nothing of it is left that does not conform. Usable only inside a command or a read.
 */
@Component(service = Quality.class)
public final class Quality {

    static final ConsultationPoint POINT = new ConsultationPoint("production/quality");
    static final TaskKind INSPECTION = new TaskKind("production.inspection");
    static final TaskKind CAUSE = new TaskKind("production.cause");
    static final TaskKind CORRECTION = new TaskKind("production.correction");
    static final TaskKind RELEASE = new TaskKind("production.concession");
    static final TaskKind PRESENT = new TaskKind("production.present");
    static final TaskKind RECEIPT = new TaskKind("production.receipt");
    static final TaskKind CONFORMITY = new TaskKind("production.conformity");

    private final QualityBook book;
    private final InspectionReport report;
    private final PlanBook plan;
    private final Planning planning;
    private final Unpresented unpresented;

    @Activate
    public Quality(
            @Reference QualityBook book, @Reference InspectionReport report, @Reference PlanBook plan, @Reference Planning planning,
            @Reference Unpresented unpresented) {
        this.book = book;
        this.report = report;
        this.plan = plan;
        this.planning = planning;
        this.unpresented = unpresented;
    }

    /** Asks the rules who owes what, and by when; of what is done nothing is owed any more, and what the plan moved is due then. */
    public void ask(OrderFile file) {
        Unpresented.Owed toPresent = unpresented.look(file);
        file.consult(Question.at(POINT, steps(file, toPresent.steps()).toArray(Record[]::new)).moving(toPresent.moved()));
        planning.heed(file);
    }

    private List<QualityStep> steps(OrderView file, List<QualityStep> toPresent) {
        Set<String> serials = serials(file.machines());
        Set<String> outdated = serials(file.outdated());
        List<QualityStep> steps = new ArrayList<>();
        book.inspections(file.number()).stream()
                .filter(each -> each.isOwed() && serials.contains(each.serial()))
                .filter(each -> each.kind() != InspectionKind.FINAL || !outdated.contains(each.serial()))
                .map(each -> new QualityStep(each.subject(), each.serial(), each.model(), each.kind().word(), each.attempt()))
                .forEach(steps::add);
        book.nonconformities(file.number()).stream()
                .filter(each -> serials.contains(each.serial()))
                .forEach(each -> step(each.state()).ifPresent(step ->
                        steps.add(new QualityStep(each.subject(), each.serial(), machine(file, each.serial()).model(), step, each.round()))));
        book.nonconformities(file.number()).stream().filter(Nonconformity::isOfGoods).flatMap(each -> goods(each).stream()).forEach(steps::add);
        steps.addAll(toPresent);
        steps.addAll(toDecide(file));
        book.receipts(file.number()).stream()
                .filter(Delivery::isOwed)
                .map(each -> new QualityStep(each.subject(), each.words(), "", "receipt", 1))
                .forEach(steps::add);
        return steps;
    }

    /** What was put right is inspected like what comes. */
    private Optional<QualityStep> goods(Nonconformity found) {
        boolean again = found.state() == State.REINSPECTION && book.treatment(found).disposition().putsRight();
        return (again ? Optional.of("receipt") : step(found.state())).map(step -> new QualityStep(
                found.subject(), book.receipt(found.receipt()).orElseThrow().words(), "", step, found.round()));
    }

    private static Set<String> serials(List<Machine> machines) {
        return machines.stream().map(machine -> machine.serial().value()).collect(Collectors.toSet());
    }

    /** Machines that a change of the order makes others, once it is cleared. */
    private static List<QualityStep> toDecide(OrderView file) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED)
                ? file.outdated().stream()
                        .map(each -> new QualityStep(conformity(each, file), each.serial().value(), each.model(), "conformity", 1))
                        .toList()
                : List.of();
    }

    /** By what the decision on a machine after a change is known: another change asks anew. */
    static String conformity(Machine machine, OrderView file) {
        return machine.serial() + " revision " + file.summary().revision();
    }

    private static Optional<String> step(State state) {
        return switch (state) {
            case CAUSE -> Optional.of("cause");
            case CORRECTION -> Optional.of("correction");
            case RELEASE -> Optional.of("release");
            case REINSPECTION, CONFORMING, CONCEDED, SCRAPPED, DISCARDED -> Optional.empty();
        };
    }

    static Machine machine(OrderView file, String serial) {
        return file.machines().stream()
                .filter(machine -> machine.serial().value().equals(serial))
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("production.quality.no-machine", serial)));
    }

    Inspection present(OrderFile file, Machine machine, InspectionKind kind) {
        int attempt = book.latest(machine.serial().value(), kind).map(Inspection::attempt).orElse(0) + 1;
        Inspection inspection = new Inspection(machine, kind, attempt, file.actor().id().value(), file.now());
        book.keep(inspection);
        return inspection;
    }

    /** Whether the person built any of the machine, reworked it, or put right what did not conform of it. */
    boolean workedOn(Machine machine, String person) {
        return plan.built(machine.serial(), person) || book.corrected(machine.serial().value(), person);
    }

    void passed(OrderFile file, Machine machine, Inspection inspection) {
        awaiting(machine, inspection).ifPresent(each -> each.close(State.CONFORMING, file.now()));
        finish(file, machine);
    }

    /** The same nonconformity goes another round when it was inspected again; else there is a new one. */
    Nonconformity failed(OrderFile file, Machine machine, Inspection inspection, String what) {
        Optional<Nonconformity> again = awaiting(machine, inspection);
        again.ifPresent(Nonconformity::again);
        return again.orElseGet(() -> open(file, machine, inspection.kind(), what));
    }

    private Optional<Nonconformity> awaiting(Machine machine, Inspection inspection) {
        return book.nonconformities(machine.serial().value()).stream()
                .filter(each -> each.state() == State.REINSPECTION && each.kind() == inspection.kind())
                .findFirst();
    }

    Nonconformity open(OrderFile file, Machine machine, InspectionKind kind, String what) {
        int ordinal = book.nonconformities(machine.serial().value()).size() + 1;
        Nonconformity opened = new Nonconformity(machine, kind, ordinal, what, file.actor().id().value(), file.now());
        book.keep(opened);
        Text said = Text.of("production.quality.opened", opened.number(), what);
        file.note("production.nonconformity", said, List.of());
        file.notify(Role.PRODUCTION_PLANNER, said);
        return opened;
    }

    /**
     * The machine is finished if nothing is missing, with a report of its inspections in the order's file.
     *
     * @throws Refused {@code CONFLICT} while a step that was planned after it was presented is not done
     */
    void finish(OrderFile file, Machine machine) {
        String serial = machine.serial().value();
        boolean passed = book.latest(serial, InspectionKind.FINAL).filter(Inspection::isFulfilled).isPresent();
        if (passed && !machine.has(MilestoneName.PRODUCTION_FINISHED) && book.nonconformities(serial).stream().noneMatch(Nonconformity::isOpen)) {
            Gate.undone(plan, machine).ifPresent(why -> {
                throw Refused.because(Refused.Reason.CONFLICT, why);
            });
            file.reach(machine.serial(), MilestoneName.PRODUCTION_FINISHED, file.today());
            report.file(file, machine);
            settle(file);
        }
    }

    /** What was finished is not any more. */
    void reopen(OrderFile file, Machine machine, Text why) {
        if (machine.has(MilestoneName.PRODUCTION_FINISHED)) {
            file.withdraw(machine.serial(), MilestoneName.PRODUCTION_FINISHED, why);
            settle(file);
        }
    }

    /** The order needs another machine in its place: the plan has a piece without a serial number again, and is made anew. */
    void scrap(OrderFile file, Machine machine, Text why) {
        book.nonconformities(machine.serial().value()).stream()
                .filter(Nonconformity::isOpen)
                .forEach(each -> each.close(State.SCRAPPED, file.now()));
        file.strike(machine.serial(), why);
        planning.giveUp(file, machine.serial());
        file.notify(Role.PRODUCTION_PLANNER, why);
        settle(file);
        planning.judge(file);
    }

    private void settle(OrderFile file) {
        Finished.settle(file);
        planning.settle(file);
    }
}
