package dev.kontor.finance.dunning;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.Order;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Due;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints the dunning letter (催款函) and files it with the order, to be signed, sealed and sent with proof of delivery. */
@Component(service = Letters.class)
public final class Letters {

    static final DocumentKind LETTER = new DocumentKind("finance.dunning-letter");

    private final Printer printer;

    @Activate
    public Letters(@Reference Printer printer) {
        this.printer = printer;
    }

    Document print(OrderFile file, Due due) {
        Order order = file.order().orElseThrow();
        Paper letter = new Paper(
                "dunning-letter-%s-%d-%s".formatted(file.number(), due.position(), file.today()),
                Text.of("document.finance.dunning-letter"),
                file.number() + "-" + due.position(),
                List.of(
                        new Block.Note(Cell.Tone.NEUTRAL, Text.of("finance.dunning.letter-to", order.customerName())),
                        facts(file, order, due),
                        new Block.Note(Cell.Tone.NEUTRAL, Text.of("finance.dunning.letter-asks"))),
                List.of(Text.of("finance.dunning.letter-signature")));
        return file.file(LETTER, printer.print(letter, "zh-CN"));
    }

    private static Block facts(OrderFile file, Order order, Due due) {
        return new Block.Facts(
                Text.of("finance.dunning.letter-about"),
                List.of(
                        new Block.Fact(Text.of("finance.contract"), Cell.plain(order.contract().number().written())),
                        new Block.Fact(Text.of("finance.order"), Cell.plain(file.number().value())),
                        new Block.Fact(Text.of("finance.schedule.instalment"), Cell.plain(due.subject())),
                        new Block.Fact(Text.of("finance.amount"), new Cell.Amount(due.amount())),
                        new Block.Fact(Text.of("finance.schedule.paid"), new Cell.Amount(due.paid())),
                        new Block.Fact(Text.of("finance.schedule.open"), new Cell.Amount(due.open())),
                        new Block.Fact(Text.of("finance.schedule.due-on"), new Cell.Day(due.dueOn().orElseThrow())),
                        new Block.Fact(
                                Text.of("finance.schedule.late"),
                                Cell.words(Text.of("finance.schedule.days", due.daysLate(file.today())))),
                        new Block.Fact(Text.of("finance.dunning.letter-day"), new Cell.Day(file.today()))));
    }
}
