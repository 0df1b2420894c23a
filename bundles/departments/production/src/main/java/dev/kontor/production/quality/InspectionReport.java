package dev.kontor.production.quality;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.page.AsOrdered;
import dev.kontor.production.quality.page.QualityBlocks;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The inspection report of a finished machine, filed with its order. */
@Component(service = InspectionReport.class)
public final class InspectionReport {

    private static final DocumentKind KIND = new DocumentKind("production.inspection");

    private final QualityBlocks blocks;
    private final Printer printer;

    @Activate
    public InspectionReport(@Reference QualityBlocks blocks, @Reference Printer printer) {
        this.blocks = blocks;
        this.printer = printer;
    }

    void file(OrderFile file, Machine machine) {
        List<Block> all = new ArrayList<>();
        all.add(new Block.Facts(Text.plain(""), List.of(
                new Block.Fact(Text.of("production.quality.order"), Cell.plain(file.number().value())),
                new Block.Fact(Text.of("production.quality.revision"), Cell.plain(Integer.toString(machine.revision()))),
                new Block.Fact(Text.of("production.quality.finished-on"), new Cell.Day(file.today())))));
        file.order(machine.revision()).ifPresent(of -> all.add(AsOrdered.block(machine, of, file.order().orElseThrow())));
        all.addAll(blocks.of(machine.serial()));
        Paper paper = new Paper(
                "inspection-" + machine.serial().value().replace('/', '-'),
                Text.of("production.quality.paper"),
                machine.serial().value(),
                all,
                List.of(Text.of("role.production.inspector"), Text.of("role.production.reviewer")));
        file.file(KIND, printer.print(paper, "zh-CN"));
    }
}
