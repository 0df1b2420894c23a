package dev.kontor.production.quality;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.production.facts.QualityStep;
import dev.kontor.production.plan.book.Piece;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * To which inspections machines are to be presented, and nobody has: to the incoming one once something has come of
 * which they can be built, to the in-process one when nothing but the last step is left, to the final one when none is. Usable
 * only inside a command or a read.
 */
@Component(service = Unpresented.class)
public final class Unpresented {

    private final QualityBook book;
    private final PlanBook plan;
    private final Batches batches;
    private final WorkingCalendar calendar;

    /** What is known of one machine. */
    private record Made(Piece piece, Machine machine, List<PlannedOperation> steps, List<Inspection> inspections, List<Nonconformity> found) {

        private Optional<Inspection> latest(InspectionKind kind) {
            return inspections.stream().filter(each -> each.kind() == kind).max(Comparator.comparingInt(Inspection::attempt));
        }

        boolean waitsFor(InspectionKind kind) {
            return latest(kind).filter(latest -> !latest.isOutdated()).isEmpty() && found.stream().noneMatch(each -> each.bars(kind));
        }

        boolean hasPassed(InspectionKind kind) {
            return latest(kind).filter(Inspection::isFulfilled).isPresent();
        }

        Optional<PlannedOperation> next() {
            return steps.stream().filter(step -> !step.isFinished()).findFirst();
        }

        /** Whether so many steps at the most are left, the last ones. */
        boolean lacksAtMost(int steps) {
            return this.steps.stream().limit(Math.max(0, this.steps.size() - steps)).allMatch(PlannedOperation::isFinished);
        }
    }

    @Activate
    public Unpresented(
            @Reference QualityBook book, @Reference PlanBook plan, @Reference Batches batches, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.plan = plan;
        this.batches = batches;
        this.calendar = calendar;
    }

    /** By what the task to present the machine is known. */
    static String subject(SerialNumber machine, InspectionKind kind) {
        return kind == InspectionKind.FINAL ? machine + " present" : machine + " present " + kind.word();
    }

    /**
     * What is to be presented.
     *
     * @param moved subjects of machines that are to be presented to the incoming inspection before another day than they were: the plan
     *     has moved their first step. A forecast moves nothing: a step that is late because nobody presented its machine excuses nobody
     */
    record Owed(List<QualityStep> steps, Set<String> moved) {}

    /** Of machines that a change of the order makes others it is decided first what becomes of them. */
    Owed look(OrderFile file) {
        List<Made> all = isMade(file) ? underWay(file) : List.of();
        return new Owed(steps(file, all), moved(all));
    }

    private List<QualityStep> steps(OrderView file, List<Made> all) {
        List<QualityStep> steps = new ArrayList<>();
        incoming(file, all).map(each -> step(each, InspectionKind.INCOMING, daysBefore(file, each))).forEach(steps::add);
        all.stream()
                .filter(each -> each.waitsFor(InspectionKind.IN_PROCESS) && each.hasPassed(InspectionKind.INCOMING) && each.lacksAtMost(1))
                .map(each -> step(each, InspectionKind.IN_PROCESS, 0))
                .forEach(steps::add);
        all.stream()
                .filter(each -> each.waitsFor(InspectionKind.FINAL) && each.lacksAtMost(0))
                .map(each -> step(each, InspectionKind.FINAL, 0))
                .forEach(steps::add);
        return steps;
    }

    private static Set<String> moved(List<Made> all) {
        return all.stream()
                .filter(each -> each.waitsFor(InspectionKind.INCOMING))
                .filter(each -> each.next().map(PlannedOperation::plannedFirst).filter(each.piece()::presentFor).isPresent())
                .map(each -> subject(each.machine().serial(), InspectionKind.INCOMING))
                .collect(Collectors.toSet());
    }

    private static boolean isMade(OrderView file) {
        return file.milestones().contains(MilestoneName.PRODUCTION_STARTED) && !file.milestones().contains(MilestoneName.REVIEW_TERMINATED);
    }

    /** Those that are planned and not finished. */
    private List<Made> underWay(OrderView file) {
        List<Machine> outdated = file.outdated();
        List<PlannedOperation> operations = plan.operations(file.number());
        List<Inspection> inspections = book.inspections(file.number());
        List<Nonconformity> found = book.nonconformities(file.number());
        return plan.pieces(file.number()).stream()
                .flatMap(piece -> file.machines().stream()
                        .filter(machine -> piece.serial().filter(machine.serial()::equals).isPresent())
                        .filter(machine -> !machine.has(MilestoneName.PRODUCTION_FINISHED) && !outdated.contains(machine))
                        .map(machine -> new Made(piece, machine,
                                operations.stream().filter(each -> each.isOf(piece)).toList(),
                                inspections.stream().filter(each -> each.serial().equals(machine.serial().value())).toList(),
                                found.stream().filter(each -> each.serial().equals(machine.serial().value())).toList())))
                .filter(each -> !each.steps().isEmpty())
                .toList();
    }

    private Stream<Made> incoming(OrderView file, List<Made> all) {
        List<Made> waiting = all.stream().filter(each -> each.waitsFor(InspectionKind.INCOMING)).toList();
        Set<String> supplied = batches.supplied(file.number(),
                waiting.stream().map(each -> each.machine().serial().value()).collect(Collectors.toSet()));
        return waiting.stream().filter(each -> supplied.contains(each.machine().serial().value()));
    }

    /** Working days after today and before its next step is to begin; none if that should have begun. */
    private int daysBefore(OrderView file, Made machine) {
        LocalDate next = machine.next().map(PlannedOperation::expectedFirst).orElse(file.today());
        return Math.max(0, calendar.workingDaysBetween(file.today(), next) - 1);
    }

    private static QualityStep step(Made of, InspectionKind kind, int slack) {
        String step = kind == InspectionKind.FINAL ? "present" : "present-" + kind.word();
        return new QualityStep(subject(of.machine().serial(), kind), of.machine().serial().value(), of.machine().model(), step, 1, slack);
    }
}
