package dev.kontor.aftersales.service;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Service cases as rows, wherever they are shown. */
@Component(service = CaseTable.class)
public final class CaseTable {

    private final ServiceKinds kinds;
    private final Clock clock;

    @Activate
    public CaseTable(@Reference ServiceKinds kinds, @Reference Clock clock) {
        this.kinds = kinds;
        this.clock = clock;
    }

    /** @param next address of the following part; empty on the last */
    public Block of(List<ServiceCase> cases, Person reader, String next) {
        return new Block.Table(
                Text.of("aftersales.cases"),
                Stream.of("case", "customer", "machine", "kind", "asked-on", "due-on", "warranty", "state")
                        .map(name -> Block.Column.of(Text.of("aftersales." + name)))
                        .toList(),
                cases.stream().map(each -> row(each, reader)).toList(),
                next,
                Text.of("aftersales.no-cases"));
    }

    private List<Cell> row(ServiceCase each, Person reader) {
        return List.of(
                reader.holdsAny(CasesPage.READERS)
                        ? Cell.link(Text.plain(each.id()), "aftersales/cases/" + each.id())
                        : Cell.plain(each.id()),
                Cell.link(Text.plain(each.customerName()), "customers/" + each.customer()),
                each.serial().isEmpty() ? Cell.plain("") : Cell.link(Text.plain(each.serial()), "machines/" + each.serial()),
                Cell.words(kind(each, reader)),
                new Cell.Day(each.askedOn()),
                each.isOpen() ? new Cell.Day(each.dueOn()) : Cell.plain(""),
                warranty(each),
                state(each));
    }

    Text kind(ServiceCase each, Person reader) {
        return kinds.name(each.kind(), reader);
    }

    LocalDate today() {
        return clock.today();
    }

    Cell warranty(ServiceCase each) {
        return each.inWarranty()
                ? new Cell.Badge(Tone.GOOD, Text.of("aftersales.in-warranty"))
                : new Cell.Badge(Tone.NEUTRAL, Text.of("aftersales.out-of-warranty"));
    }

    Cell state(ServiceCase each) {
        if (!each.isOpen()) {
            return new Cell.Badge(each.isStruck() ? Tone.NEUTRAL : Tone.GOOD, Text.of("aftersales.result." + each.result()));
        }
        boolean answered = each.answer().isPresent();
        if (each.isLate(today())) {
            return new Cell.Badge(Tone.BAD, answered ? Text.of("aftersales.service-late") : Text.of("aftersales.answer-late"));
        }
        return answered
                ? new Cell.Badge(Tone.INFO, Text.of("aftersales.state-answered"))
                : new Cell.Badge(Tone.WARNING, Text.of("aftersales.state-asked"));
    }
}
