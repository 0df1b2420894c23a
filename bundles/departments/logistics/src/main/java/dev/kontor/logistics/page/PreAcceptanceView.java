package dev.kontor.logistics.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.preacceptance.PreAcceptance;
import dev.kontor.logistics.preacceptance.PreAcceptances;
import java.util.List;
import java.util.Optional;
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

    Optional<Block> of(OrderView file) {
        List<PreAcceptance> all = rows.of(file.number());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        Text.of("logistics.pre.all"),
                        ShipmentView.columns("signed-on", "serial", "finding", "remarks", "signatory", "authority", "by"),
                        all.stream().map(PreAcceptanceView::row).toList(),
                        "",
                        Text.plain("")));
    }

    private static List<Cell> row(PreAcceptance one) {
        return List.of(
                new Cell.Day(one.signedOn()),
                new Cell.Many(one.serials().stream().<Cell>map(serial -> Cell.link(Text.plain(serial), "machines/" + serial)).toList()),
                new Cell.Badge(tone(one), Text.of("logistics.pre." + one.result())),
                Cell.plain(one.remarks()),
                Cell.link(Text.plain(one.signatory()), "documents/" + one.document()),
                Cell.plain(one.authority()),
                Cell.plain(one.recordedBy()));
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
