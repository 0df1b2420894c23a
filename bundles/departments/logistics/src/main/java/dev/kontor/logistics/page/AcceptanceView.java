package dev.kontor.logistics.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.AcceptanceReport;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.acceptance.Objection;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Signature;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws the acceptance of a shipment: checklist, objections, signature. */
@Component(service = AcceptanceView.class)
public final class AcceptanceView {

    private final Acceptances acceptances;

    @Activate
    public AcceptanceView(@Reference Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    List<Block> of(Shipment shipment) {
        List<Block> blocks = new ArrayList<>();
        List<Item> items = acceptances.items(shipment);
        if (!items.isEmpty()) {
            blocks.add(new Block.Table(
                    Text.of("logistics.checklist-of", items.get(0).revision()),
                    ShipmentView.columns("serial", "item", "finding", "remarks", "by"),
                    items.stream().map(AcceptanceView::row).toList(),
                    "",
                    Text.plain("")));
        }
        List<Objection> objections = acceptances.objections(shipment);
        if (!objections.isEmpty()) {
            blocks.add(new Block.Table(
                    Text.of("logistics.objections"),
                    ShipmentView.columns("objection", "owner", "solution", "state", "customer-said"),
                    objections.stream().map(AcceptanceView::row).toList(),
                    "",
                    Text.plain("")));
        }
        if (shipment.signature().signedOn().isPresent()) {
            blocks.add(new Block.Facts(Text.of("logistics.signature"), signed(shipment.signature())));
        }
        return blocks;
    }

    private static List<Cell> row(Item item) {
        return List.of(
                Cell.plain(item.asked().serial()),
                Cell.words(AcceptanceReport.label(item)),
                item.isChecked()
                        ? new Cell.Badge(item.isWrong() ? Tone.BAD : Tone.GOOD, Text.of("logistics.finding." + item.finding()))
                        : new Cell.Badge(Tone.NEUTRAL, Text.of("logistics.not-looked-at")),
                Cell.plain(item.remark()),
                Cell.person(item.foundBy()));
    }

    private static List<Cell> row(Objection objection) {
        return List.of(
                Cell.words(Text.of("logistics.numbered", objection.number(), objection.words())),
                Cell.words(Text.of("role." + objection.owner())),
                Cell.plain(objection.solution()),
                new Cell.Badge(objection.isSettled() ? Tone.GOOD : Tone.WARNING, Text.of("logistics.objection." + objection.state())),
                Cell.plain(objection.remarks()));
    }

    /** Who signed, by what right, and where the evidence lies. */
    static List<Block.Fact> signed(Signature signature) {
        return List.of(
                ShipmentView.fact("signed-on", signature.signedOn().<Cell>map(Cell.Day::new).orElse(Cell.plain(""))),
                ShipmentView.fact("signatory", Cell.plain(signature.signatory())),
                ShipmentView.fact("authority", Cell.plain(signature.authority())),
                ShipmentView.fact("seal", Cell.words(Text.of("logistics.seal." + signature.seal()))),
                ShipmentView.fact("original-at", Cell.plain(signature.originalAt())),
                ShipmentView.fact("signed-report", JourneyView.document("document.logistics.acceptance", signature.document())),
                ShipmentView.fact("digest", Cell.plain(signature.digest())),
                ShipmentView.fact("by", Cell.person(signature.recordedBy())));
    }
}
