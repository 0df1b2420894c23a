package dev.kontor.logistics.page;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.preacceptance.PreAcceptance;
import dev.kontor.logistics.preacceptance.PreAcceptances;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws what the customer accepted before the machines left the works. */
@Component(service = PreAcceptanceView.class)
public final class PreAcceptanceView {

    private final PreAcceptances rows;

    @Activate
    public PreAcceptanceView(@Reference PreAcceptances rows) {
        this.rows = rows;
    }

    /** Each look, and what was found at the last one. */
    List<Block> of(OrderNumber order) {
        return of(rows.of(order), item -> true);
    }

    /** Those of one machine. */
    List<Block> of(Machine machine) {
        String serial = machine.serial().value();
        return of(rows.of(machine.order()).stream().filter(each -> each.serials().contains(serial)).toList(),
                item -> item.asked().serial().equals(serial));
    }

    private List<Block> of(List<PreAcceptance> looks, Predicate<Item> concerns) {
        List<Block> blocks = new ArrayList<>();
        if (!looks.isEmpty()) {
            blocks.add(new Block.Table(
                    Text.of("logistics.pre.all"),
                    ShipmentView.columns("signed-on", "serial", "finding", "remarks", "signatory", "authority", "seal", "by"),
                    looks.stream().map(PreAcceptanceView::row).toList(),
                    "",
                    Text.plain("")));
            List<Item> found = rows.items(looks.get(looks.size() - 1)).stream().filter(concerns).toList();
            if (!found.isEmpty()) {
                blocks.add(AcceptanceView.checklist(Text.of("logistics.pre.found"), found));
            }
        }
        return blocks;
    }

    private static List<Cell> row(PreAcceptance one) {
        return List.of(
                new Cell.Day(one.signedOn()),
                new Cell.Many(one.serials().stream().<Cell>map(serial -> Cell.link(Text.plain(serial), "machines/" + serial)).toList()),
                new Cell.Badge(tone(one), Text.of("logistics.pre." + one.result())),
                Cell.plain(one.remarks()),
                Cell.link(Text.plain(one.signatory()), "documents/" + one.document()),
                Cell.plain(one.authority()),
                one.seal().isEmpty() ? Cell.plain("") : Cell.words(Text.of("logistics.seal." + one.seal())),
                Cell.person(one.recordedBy()));
    }

    private static Tone tone(PreAcceptance one) {
        return switch (one.result()) {
            case "accepted" -> Tone.GOOD;
            case "reserved" -> Tone.WARNING;
            case "refused" -> Tone.BAD;
            default -> throw new IllegalStateException("No pre-acceptance ends %s.".formatted(one.result()));
        };
    }
}
