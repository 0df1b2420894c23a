package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.ProductionPlan;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The production plan as a paper of the order's file. */
@Component(service = PlanPaper.class)
public final class PlanPaper {

    static final DocumentKind KIND = new DocumentKind("production.plan");

    private static final String LANGUAGE = "zh-CN";

    private final Printer printer;
    private final PlanBook book;

    @Activate
    public PlanPaper(@Reference Printer printer, @Reference PlanBook book) {
        this.printer = printer;
        this.book = book;
    }

    void file(OrderFile file, ProductionPlan plan) {
        file.file(KIND, printer.print(paper(file, plan), LANGUAGE));
    }

    private Paper paper(OrderFile file, ProductionPlan plan) {
        String number = file.number() + "-" + plan.number();
        List<Block> blocks = List.of(
                new Block.Facts(Text.of("production.plan.tab"), List.of(
                        fact("customer", Cell.plain(file.summary().customerName())),
                        fact("version", Cell.words(Text.of("production.plan.version-of", plan.number(), plan.revision()))),
                        fact("start-on", new Cell.Day(plan.startOn())),
                        fact("finish-on", new Cell.Day(plan.finishOn())),
                        fact("delivery-on", new Cell.Day(file.order().orElseThrow().delivery().date())),
                        fact("serials", Cell.plain(serials(file))),
                        fact("planned-by", Cell.person(plan.plannedBy())),
                        fact("reason", Cell.plain(plan.reason())))),
                PlanBlocks.operations(file, book.operations(file.number())),
                PlanBlocks.materials(book.of(file.number())));
        return new Paper("production-plan-" + number, Text.of("document.production.plan"), number, blocks, List.of());
    }

    private static Block.Fact fact(String name, Cell value) {
        return new Block.Fact(Text.of("production.plan." + name), value);
    }

    private static String serials(OrderFile file) {
        return file.machines().stream().map(Machine::serial).map(Object::toString).collect(Collectors.joining(", "));
    }
}
