package dev.kontor.production.plan;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.MachinePart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedOperation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How one machine is, or was, made: its part of the machine's file. */
@Component
public final class MachineOperations implements MachinePart {

    private final PlanBook book;
    private final Clock clock;

    @Activate
    public MachineOperations(@Reference PlanBook book, @Reference Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(Machine machine, Person reader) {
        return book.piece(machine.serial()).map(piece -> List.of(table(book.operations(piece)))).orElseGet(() -> {
            List<PlannedOperation> struck = book.struck(machine.serial());
            return struck.isEmpty() ? List.of() : List.of(table(struck));
        });
    }

    private Block table(List<PlannedOperation> operations) {
        LocalDate today = clock.today();
        return new Block.Table(
                Text.of("production.plan.operations"),
                Stream.of("operation", "centre", "planned-last", "done", "by", "state")
                        .map(name -> Block.Column.of(Text.of("production.plan." + name)))
                        .toList(),
                operations.stream().map(each -> row(each, today)).toList(),
                "",
                Text.of("production.plan.no-operations"));
    }

    private static List<Cell> row(PlannedOperation each, LocalDate today) {
        return List.of(
                Cell.plain(each.name()),
                Cell.plain(each.centre()),
                new Cell.Day(each.plannedLast()),
                each.finishedOn().<Cell>map(Cell.Day::new).orElse(Cell.plain("")),
                Cell.person(each.confirmedBy()),
                PlanBlocks.state(each, today));
    }
}
