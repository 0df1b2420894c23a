package dev.kontor.aftersales.warranty;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A warranty by the contract, and a machine's today, as the rules would decide on a repair; nothing of it is kept. */
@Component(service = Entitlement.class)
public final class Entitlement {

    private static final String REPAIR = "repair";

    private final Desk desk;
    private final Outlook outlook;
    private final Warranties warranties;
    private final Clock clock;

    @Activate
    public Entitlement(@Reference Desk desk, @Reference Outlook outlook, @Reference Warranties warranties, @Reference Clock clock) {
        this.desk = desk;
        this.outlook = outlook;
        this.warranties = warranties;
        this.clock = clock;
    }

    /** Inside a read. */
    public Block today(Machine machine, Person reader) {
        List<Block.Fact> contract = new ArrayList<>();
        Question question = desk.read(machine.order(), reader, file -> {
            contract.addAll(contract(file, Optional.of(machine)));
            return warranties.question(file, Optional.of(machine), REPAIR, REPAIR, clock.today());
        });
        contract.add(0, new Block.Fact(Text.of("aftersales.today"), answer(machine, question, reader)));
        return new Block.Facts(Text.of("aftersales.warranty"), contract);
    }

    /** What the contract of an order says, inside a read; empty where it says nothing. */
    public Optional<Block> of(OrderView file) {
        List<Block.Fact> contract = contract(file, Optional.empty());
        if (contract.isEmpty()) {
            return Optional.empty();
        }
        contract.add(0, new Block.Fact(Text.of("aftersales.clause"), Cell.words(warranties.words(file))));
        return Optional.of(new Block.Facts(Text.of("aftersales.warranty"), contract));
    }

    private List<Block.Fact> contract(OrderView file, Optional<Machine> machine) {
        List<Block.Fact> facts = new ArrayList<>();
        if (!warranties.hasClause(file)) {
            return facts;
        }
        List<Cell> months = new ArrayList<>(warranties.span(file).map(WarrantySpan::words).map(Cell::words).stream().toList());
        if (warranties.isUnread(file)) {
            months.add(new Cell.Badge(Tone.WARNING, Text.of("aftersales.warranty-unread")));
        }
        facts.add(new Block.Fact(Text.of("aftersales.months"), new Cell.Many(months)));
        warranties.lastDay(file, machine).ifPresent(day -> facts.add(new Block.Fact(Text.of("aftersales.warranty-until"), new Cell.Day(day))));
        return facts;
    }

    private Cell answer(Machine machine, Question question, Person reader) {
        try {
            return new Cell.Many(outlook.ask(machine.order(), question, reader).conclusions().stream()
                    .filter(told -> told.conclusion() instanceof Check)
                    .map(told -> said(told, reader))
                    .toList());
        } catch (Refused cannotDecide) {
            return Cell.words(cannotDecide.words()); // the machine's page is worth reading without it
        }
    }

    private static Cell said(Told told, Person reader) {
        boolean covered = told.conclusion() instanceof Check check && check.passed();
        return new Cell.Many(List.of(
                covered
                        ? new Cell.Badge(Tone.GOOD, Text.of("aftersales.in-warranty"))
                        : new Cell.Badge(Tone.NEUTRAL, Text.of("aftersales.out-of-warranty")),
                Cell.plain(reader.language().startsWith("zh") ? told.reasonZh() : told.reasonEn())));
    }
}
