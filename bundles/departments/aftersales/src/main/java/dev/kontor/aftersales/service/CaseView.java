package dev.kontor.aftersales.service;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One service case: what was asked for, what was answered, what was done, and who confirmed it. */
@Component(service = CaseView.class)
public final class CaseView {

    private final Cases cases;
    private final CaseTable table;
    private final Orders orders;

    @Activate
    public CaseView(@Reference Cases cases, @Reference CaseTable table, @Reference Orders orders) {
        this.cases = cases;
        this.table = table;
        this.orders = orders;
    }

    View show(String id, Person reader) {
        ServiceCase found = cases.find(id)
                .filter(each -> orders.summary(each.order(), reader).isPresent())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("aftersales.no-such-case", id)));
        List<Block> blocks = new ArrayList<>(List.of(asked(found, reader)));
        found.answer().ifPresent(answer -> blocks.add(new Block.Facts(Text.of("aftersales.answered"), List.of(
                fact("responded-on", new Cell.Day(answer.on())),
                fact("by", Cell.person(answer.by())),
                fact("response", Cell.plain(answer.words()))))));
        found.service().ifPresent(service -> blocks.add(new Block.Facts(Text.of("aftersales.done"), List.of(
                fact("resolved-on", new Cell.Day(service.on())),
                fact("by", Cell.person(service.by())),
                fact("work", Cell.plain(service.words())),
                fact("parts", Cell.plain(found.parts())),
                fact("result", Cell.words(Text.of("aftersales.result." + found.result()))),
                fact("confirmed-by", confirmation(found))))));
        return View.of(Text.plain(found.id()), blocks.toArray(Block[]::new))
                .withAbove(Text.of("aftersales.cases"))
                .withAction(new Cell.Link(
                        found.isOpen() ? Text.of("aftersales.go-on") : Text.of("aftersales.order"), "orders/" + found.order(), "arrow-right"))
                .refreshedBy("order.changed");
    }

    private Block asked(ServiceCase found, Person reader) {
        List<Block.Fact> facts = new ArrayList<>(List.of(
                fact("state", table.state(found)),
                fact("customer", Cell.link(Text.plain(found.customerName()), "customers/" + found.customer())),
                fact("order", Cell.link(Text.plain(found.order().value()), "orders/" + found.order()))));
        if (!found.serial().isEmpty()) {
            facts.add(fact("machine", Cell.link(Text.plain(found.serial()), "machines/" + found.serial())));
        }
        facts.add(fact("kind", Cell.words(table.kind(found, reader))));
        facts.add(fact("warranty", new Cell.Many(List.of(
                table.warranty(found), Cell.link(Text.of("aftersales.why"), "decisions/" + found.decision())))));
        facts.add(fact("asked-by", Cell.plain(found.askedBy())));
        facts.add(fact("asked-on", new Cell.Day(found.askedOn())));
        facts.add(fact("need", Cell.plain(found.need())));
        if (found.isOpen()) {
            facts.add(fact("due-on", new Cell.Day(found.dueOn())));
        }
        return new Block.Facts(Text.of("aftersales.asked"), facts);
    }

    /** Who, and the paper that they signed. */
    private static Cell confirmation(ServiceCase found) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.plain(found.confirmedBy())));
        found.confirmation().map(id -> Cell.link(Text.of("aftersales.confirmation"), "documents/" + id)).ifPresent(cells::add);
        return new Cell.Many(cells);
    }

    private static Block.Fact fact(String name, Cell value) {
        return new Block.Fact(Text.of("aftersales." + name), value);
    }
}
