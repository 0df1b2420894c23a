package dev.kontor.logistics.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.AcceptanceReport;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.acceptance.Objection;
import dev.kontor.logistics.acceptance.Proof;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Signature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    List<Block> of(OrderView file, Shipment shipment) {
        List<Block> blocks = new ArrayList<>();
        shipment.owed().flatMap(acceptance -> acceptances.report(file, shipment, acceptance)).ifPresent(report -> blocks.add(
                new Block.Facts(Text.of("logistics.to-be-signed"), List.of(
                        ShipmentView.fact("report-as-printed", Cell.link(Text.plain(report.name()), "documents/" + report.id())),
                        ShipmentView.fact("digest", Cell.plain(report.digest()))))));
        for (Acceptance acceptance : EnumSet.of(Acceptance.ARRIVAL, Acceptance.FINAL)) {
            List<Item> items = acceptances.items(shipment, acceptance);
            if (!items.isEmpty()) {
                blocks.add(checklist(Text.of("logistics.checklist." + acceptance.word(), items.get(0).revision()), items));
            }
            List<Objection> objections = acceptances.objections(shipment, acceptance);
            if (!objections.isEmpty()) {
                blocks.add(table(Text.of("logistics.objections"), objections));
            }
            if (shipment.signature(acceptance).signedOn().isPresent()) {
                blocks.add(new Block.Facts(Text.of("logistics.signature." + acceptance.word()), signed(shipment, acceptance)));
            }
        }
        return blocks;
    }

    /** What was found of one machine, and what the customer objects to at its shipment. */
    List<Block> of(Shipment shipment, SerialNumber machine) {
        List<Item> found = Stream.of(Acceptance.ARRIVAL, Acceptance.FINAL)
                .flatMap(acceptance -> acceptances.items(shipment, acceptance).stream())
                .toList();
        Set<String> others = found.stream().filter(item -> isOfAnother(item, machine)).map(Item::id).collect(Collectors.toSet());
        List<Item> items = found.stream().filter(item -> item.asked().serial().equals(machine.value())).toList();
        List<Objection> objections = Stream.of(Acceptance.ARRIVAL, Acceptance.FINAL)
                .flatMap(acceptance -> acceptances.objections(shipment, acceptance).stream())
                .filter(objection -> !others.contains(objection.item()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (!items.isEmpty()) {
            blocks.add(checklist(Text.of("logistics.checklist"), items));
        }
        if (!objections.isEmpty()) {
            blocks.add(table(Text.of("logistics.objections"), objections));
        }
        return blocks;
    }

    private static boolean isOfAnother(Item item, SerialNumber machine) {
        return !item.asked().serial().isEmpty() && !item.asked().serial().equals(machine.value());
    }

    static Block checklist(Text caption, List<Item> items) {
        return new Block.Table(
                caption,
                ShipmentView.columns("serial", "item", "finding", "remarks", "by"),
                items.stream().map(AcceptanceView::row).toList(),
                "",
                Text.plain(""));
    }

    private static Block table(Text caption, List<Objection> objections) {
        return new Block.Table(
                caption,
                ShipmentView.columns("objection", "owner", "solution", "state", "customer-said"),
                objections.stream().map(AcceptanceView::row).toList(),
                "",
                Text.plain(""));
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
    List<Block.Fact> signed(Shipment shipment, Acceptance acceptance) {
        Signature signature = shipment.signature(acceptance);
        List<Block.Fact> facts = new ArrayList<>(List.of(
                ShipmentView.fact("signed-on", signature.signedOn().<Cell>map(Cell.Day::new).orElse(Cell.plain(""))),
                ShipmentView.fact("signatory", Cell.plain(signature.signatory())),
                ShipmentView.fact("authority", Cell.plain(signature.authority())),
                ShipmentView.fact("seal", Cell.words(Text.of("logistics.seal." + signature.seal()))),
                ShipmentView.fact("signed-report", JourneyView.document("document.logistics.acceptance", signature.document())),
                ShipmentView.fact("digest", Cell.plain(signature.digest())),
                ShipmentView.fact("by", Cell.person(signature.recordedBy()))));
        facts.addAll(acceptances.proof(shipment, acceptance)
                .map(AcceptanceView::proved)
                .orElseGet(() -> List.of(ShipmentView.fact("original-at", Cell.plain(signature.originalAt())))));
        return facts;
    }

    /** What stands in place of pen and seal, and under which report, to the byte. */
    private static List<Block.Fact> proved(Proof proof) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(ShipmentView.fact("signed-at", new Cell.Moment(proof.signedAt())));
        if (!proof.providerName().isEmpty()) {
            facts.add(ShipmentView.fact("provider.name", Cell.plain(proof.providerName())));
        }
        if (!proof.organisation().isEmpty()) {
            facts.add(ShipmentView.fact("signer.organisation", Cell.plain(proof.organisation())));
        }
        facts.add(ShipmentView.fact("report-as-printed", JourneyView.document("document.logistics.acceptance-form", proof.report())));
        facts.add(ShipmentView.fact("report-digest", Cell.plain(proof.digest())));
        return facts;
    }
}
