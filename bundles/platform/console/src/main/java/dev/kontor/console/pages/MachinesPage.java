package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.Machines;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Machines by serial number, and the file of each (一机一档, R-5.14): what every department knows of it, in the order of its life. */
@Component(service = Page.class)
public final class MachinesPage implements Page {

    private static final int ROWS = 100;

    private final Machines machines;
    private final MachineParts parts;

    @Activate
    public MachinesPage(@Reference Machines machines, @Reference MachineParts parts) {
        this.machines = machines;
        this.parts = parts;
    }

    @Override
    public String path() {
        return "machines";
    }

    @Override
    public Text title() {
        return Words.of("machines");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("production", "engine", 90));
    }

    @Override
    public Set<Role> roles() {
        return CustomersPage.STAFF;
    }

    @Override
    public View show(Query query) {
        return query.tail().isEmpty() ? list(query) : one(query.tail().get(0), query);
    }

    private View list(Query query) {
        String words = query.parameter("words");
        Block table = new Block.Table(
                title(),
                List.of(Words.column("serial"), Words.column("model"), Words.column("order"), Words.column("stage")),
                machines.beginning(words, query.rows(ROWS), query.reader()).stream().map(MachinesPage::row).toList(),
                "",
                Words.of("machines.none"));
        return View.of(title(), new Block.Search("machines", Words.of("machines.search"), words, List.of()), table);
    }

    private static List<Cell> row(Machine machine) {
        return List.of(
                Words.link(machine.serial().value(), "machines/" + machine.serial()), Cell.plain(machine.model()),
                Words.link(machine.order().value(), "orders/" + machine.order()), stage(machine));
    }

    static Cell stage(Machine machine) {
        if (machine.struck().isPresent()) {
            return new Cell.Badge(Cell.Tone.BAD, Words.of("machine.struck"));
        }
        return machine.milestones().isEmpty()
                ? Cell.words(Words.of("machine.enrolled"))
                : Cell.words(Words.milestone(machine.milestones().get(machine.milestones().size() - 1).milestone()));
    }

    private View one(String serial, Query query) {
        Machine machine = Optional.of(serial)
                .filter(SerialNumber::isOne)
                .flatMap(typed -> machines.machine(SerialNumber.of(typed), query.reader()))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("machine.unknown", serial)));
        Block facts = new Block.Facts(Words.of("machine"), List.of(
                fact("model", Cell.plain(machine.model())),
                fact("order", Words.link(machine.order().value(), "orders/" + machine.order())),
                fact("machine.line", Cell.plain("" + machine.line())),
                fact("machine.revision", Cell.plain("" + machine.revision())),
                fact("machine.quantity", new Cell.Number(machine.quantity())),
                fact("machine.since", new Cell.Moment(machine.since()))));
        List<Block> blocks = new ArrayList<>();
        machine.struck().ifPresent(struck -> blocks.add(fate(struck)));
        blocks.addAll(List.of(facts, life(machine)));
        blocks.addAll(parts.show(machine, query.reader()));
        return View.of(Words.of("machine.file", machine.serial().value()), blocks.toArray(Block[]::new));
    }

    /** What became of it. */
    private static Block fate(Machine.Struck struck) {
        return struck.at().equals(Instant.EPOCH)
                ? new Block.Note(Cell.Tone.BAD, Words.of("machine.struck-once"))
                : new Block.Facts(Words.of("machine.struck"), List.of(
                        fact("machine.struck-at", new Cell.Moment(struck.at())),
                        fact("by", Cell.words(Words.person(struck.by()))),
                        fact("machine.struck-why", Cell.words(struck.why()))));
    }

    private static Block life(Machine machine) {
        return new Block.Table(
                Words.of("machine.life"),
                List.of(Words.column("stage"), Words.column("machine.on"), Words.column("by")),
                machine.milestones().stream()
                        .map(passed -> List.of(
                                Cell.words(Words.milestone(passed.milestone())), new Cell.Day(passed.on()),
                                Cell.words(Words.person(passed.by()))))
                        .toList(),
                "",
                Words.of("machine.no-life"));
    }

    private static Block.Fact fact(String key, Cell value) {
        return new Block.Fact(Words.of(key), value);
    }
}
