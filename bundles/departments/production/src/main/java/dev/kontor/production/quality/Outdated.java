package dev.kontor.production.quality;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.Planning;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.quality.book.Conformity;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.Nonconformity.State;
import dev.kontor.production.quality.book.QualityBook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Machines that a change of their order makes others: what is approved is what is executed. Until production has decided
 * what becomes of one, it is neither inspected finally nor finished. Usable only inside a command or a read.
 */
@Component(service = Outdated.class)
public final class Outdated {

    /** Of an order that was changed before machines were compared with it: planned once, by the platform's tables. */
    public static final String COMPARE = "conformity";

    private final Quality quality;
    private final QualityBook book;
    private final PlanBook plan;
    private final Planning planning;

    @Activate
    public Outdated(@Reference Quality quality, @Reference QualityBook book, @Reference PlanBook plan, @Reference Planning planning) {
        this.quality = quality;
        this.book = book;
        this.plan = plan;
        this.planning = planning;
    }

    /** Why nothing is made of the machine now; empty if it is what the order says. */
    static Optional<Text> refusal(OrderView file, String serial) {
        return find(file, serial).map(machine ->
                Text.of("production.quality.outdated", serial, file.summary().revision(), differences(file, machine)));
    }

    static Optional<Machine> find(OrderView file, String serial) {
        return file.outdated().stream().filter(machine -> machine.serial().value().equals(serial)).findFirst();
    }

    /** What the order's line says now, and what it said when the machine was begun. */
    static String differences(OrderView file, Machine machine) {
        List<String> then = words(file.order(machine.revision()), machine);
        List<String> now = words(file.order(), machine);
        return Stream.concat(
                        then.stream().filter(each -> !now.contains(each)).map("− "::concat),
                        now.stream().filter(each -> !then.contains(each)).map("+ "::concat))
                .collect(Collectors.joining("; "));
    }

    private static List<String> words(Optional<Order> order, Machine machine) {
        return order.flatMap(found -> found.line(machine.line())).stream().flatMap(Outdated::words).toList();
    }

    private static Stream<String> words(OrderLine line) {
        return Stream.of(Stream.of(line.model()), line.parameters().stream().map(Outdated::words), line.accessories().stream())
                .flatMap(each -> each);
    }

    private static String words(TechnicalParameter parameter) {
        return "%s %s %s".formatted(parameter.name(), parameter.value(), parameter.unit()).strip();
    }

    /**
     * The order's review is open again, or cleared, or nobody heard when it was. What was finished is so no more while it is another
     * machine than the one that is cleared; one that is what it was before a change that was taken back is finished again.
     */
    public void reviewed(OrderFile file) {
        if (file.machines().isEmpty()) {
            return;
        }
        if (file.milestones().contains(MilestoneName.REVIEW_CLEARED)) {
            file.outdated().forEach(machine -> quality.reopen(file, machine, Text.of("production.quality.outdated", machine.serial().value(),
                    file.summary().revision(), differences(file, machine))));
            List<Machine> outdated = file.outdated();
            file.machines().stream()
                    .filter(machine -> !outdated.contains(machine) && Gate.undone(plan, machine).isEmpty())
                    .forEach(machine -> quality.finish(file, machine));
        }
        quality.ask(file);
    }

    /** It conforms as it is: what it passed counts on. */
    void conforms(OrderFile file, Machine machine, String grounds) {
        decide(file, machine, Conformity.CONFORMS, grounds);
        if (Gate.undone(plan, machine).isEmpty()) {
            quality.finish(file, Quality.machine(file, machine.serial().value()));
        }
    }

    /** It is made and inspected once more, from its first step. */
    void rework(OrderFile file, Machine machine, String grounds) {
        decide(file, machine, Conformity.REWORK, grounds);
        List<Nonconformity> awaiting = book.nonconformities(machine.serial().value()).stream()
                .filter(each -> each.state() == State.REINSPECTION)
                .toList();
        Stream.of(InspectionKind.values())
                .flatMap(kind -> book.latest(machine.serial().value(), kind).stream())
                .filter(each -> !each.isOwed() || awaiting.stream().noneMatch(found -> found.kind() == each.kind()))
                .forEach(Inspection::outdate);
        planning.again(file, machine.serial());
    }

    private void decide(OrderFile file, Machine machine, String verdict, String grounds) {
        Text said = Text.of("production.quality.conformity-decided", machine.serial().value(),
                Text.of("production.quality.conformity." + verdict), grounds);
        book.keep(new Conformity(machine, file.summary().revision(), verdict)
                .decided(grounds, file.actor().id().value(), file.now()));
        file.carryOver(machine.serial(), said);
    }
}
