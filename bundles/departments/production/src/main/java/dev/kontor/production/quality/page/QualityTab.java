package dev.kontor.production.quality.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which inspections an order's machines have passed, and what of them does not conform. */
@Component
public final class QualityTab implements OrderTab {

    private final QualityBook book;
    private final QualityBlocks blocks;

    @Activate
    public QualityTab(@Reference QualityBook book, @Reference QualityBlocks blocks) {
        this.book = book;
        this.blocks = blocks;
    }

    @Override
    public String id() {
        return "production-quality";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.tab");
    }

    @Override
    public int position() {
        return 34;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    /** Whoever works on a machine, or on goods that do not conform, sees all that was found so far. */
    @Override
    public List<Block> brief(OrderView file) {
        return file.openTasks().stream()
                .filter(task -> file.actor().holds(task.role()))
                .flatMap(task -> book.open(file.number(), task.subject()).stream())
                .map(this::brief)
                .distinct()
                .toList();
    }

    private Block brief(Nonconformity found) {
        return found.isOfGoods()
                ? new Block.Section(Text.of("production.quality.file-of", goods(found)), List.of(blocks.treatments(List.of(found))), false)
                : new Block.Section(
                        Text.of("production.quality.file-of", found.serial()), blocks.of(new SerialNumber(found.serial())), false);
    }

    private String goods(Nonconformity found) {
        return book.receipt(found.receipt()).map(Delivery::words).orElse("");
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Nonconformity> found = book.nonconformities(file.number());
        List<Delivery> received = book.receipts(file.number());
        if (file.machines().isEmpty() && found.isEmpty() && received.isEmpty()) {
            return List.of();
        }
        List<Block> shown = new ArrayList<>();
        if (!received.isEmpty()) {
            shown.add(blocks.receipts(received));
        }
        shown.add(QualityBlocks.table("machines-of", List.of("machine", "model", "kind.incoming", "kind.in-process", "kind.final"),
                file.machines().stream().map(this::row).toList()));
        shown.add(QualityBlocks.table("nonconformities", List.of("number", "machine-or-goods", "what", "state", "opened-at"),
                found.stream().map(this::row).toList()));
        List<Nonconformity> goods = found.stream().filter(Nonconformity::isOfGoods).toList();
        if (!goods.isEmpty()) {
            shown.add(blocks.treatments(goods));
        }
        return shown;
    }

    private List<Cell> row(Machine machine) {
        List<Cell> row = new ArrayList<>();
        row.add(link(machine.serial().value()));
        row.add(Cell.plain(machine.model()));
        for (InspectionKind kind : InspectionKind.values()) {
            row.add(book.latest(machine.serial().value(), kind)
                    .map(QualityBlocks::result)
                    .orElse(new Cell.Badge(Tone.NEUTRAL, Text.of("production.quality.result.missing"))));
        }
        return row;
    }

    private List<Cell> row(Nonconformity each) {
        return List.of(
                Cell.plain(each.number()),
                each.isOfGoods() ? Cell.plain(goods(each)) : link(each.serial()),
                Cell.plain(each.what()),
                QualityBlocks.state(each),
                new Cell.Moment(each.openedAt()));
    }

    static Cell link(String serial) {
        return Cell.link(Text.plain(serial), "machines/" + serial);
    }
}
