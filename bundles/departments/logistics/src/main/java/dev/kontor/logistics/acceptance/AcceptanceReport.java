package dev.kontor.logistics.acceptance;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.Order;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Shipment;
import java.math.BigDecimal;
import java.util.List;

/** The acceptance report (验收报告) as it is printed for the customer to sign and seal. */
public final class AcceptanceReport {

    private AcceptanceReport() {}

    static Paper of(OrderView file, Shipment shipment, Acceptance acceptance, List<Item> items) {
        Order order = file.order().orElseThrow();
        String number = file.number() + "-" + shipment.number();
        Block facts = new Block.Facts(Text.of("logistics.shipment"), List.of(
                fact("order", Cell.plain(order.number().value())),
                fact("revision", Cell.plain("" + order.revision())),
                fact("contract-of-order", Cell.plain(order.contract().number().written())),
                fact("customer", Cell.plain(order.customerName())),
                fact("place", Cell.plain(shipment.place())),
                fact("waybill", Cell.plain(shipment.journey().waybill())),
                fact("arrived-on", shipment.journey().arrivedOn().<Cell>map(Cell.Day::new).orElse(Cell.plain("")))));
        Block list = new Block.Table(
                Text.of("logistics.checklist"),
                List.of(
                        Block.Column.number(Text.of("logistics.position")),
                        Block.Column.of(Text.of("logistics.serial")),
                        Block.Column.of(Text.of("logistics.item")),
                        Block.Column.of(Text.of("logistics.finding")),
                        Block.Column.of(Text.of("logistics.remarks"))),
                items.stream().map(AcceptanceReport::row).toList(),
                "",
                Text.plain(""));
        return new Paper(
                name(file, shipment, acceptance),
                Text.of("logistics.report." + acceptance.word()),
                number,
                List.of(facts, list, new Block.Note(Cell.Tone.INFO, Text.of("logistics.report-note"))),
                List.of(Text.of("logistics.signs-works"), Text.of("logistics.signs-customer")));
    }

    /** Of its file, without the ending. */
    static String name(OrderView file, Shipment shipment, Acceptance acceptance) {
        return "acceptance-report-" + file.number() + "-" + shipment.number() + "-" + file.order().orElseThrow().revision()
                + (acceptance == Acceptance.FINAL ? "-final" : "");
    }

    private static Block.Fact fact(String key, Cell value) {
        return new Block.Fact(Text.of("logistics." + key), value);
    }

    /** What was not looked at yet is for the pen. */
    private static List<Cell> row(Item item) {
        return List.of(
                new Cell.Number(BigDecimal.valueOf(item.position())),
                Cell.plain(item.asked().serial()),
                Cell.words(label(item)),
                item.isChecked() ? Cell.words(Text.of("logistics.finding." + item.finding())) : Cell.plain(""),
                Cell.plain(item.remark()));
    }

    /** What is to be looked at, in words. */
    public static Text label(Item item) {
        return label(item.asked());
    }

    public static Text label(Item.Asked asked) {
        return switch (asked.kind()) {
            case "model" -> Text.of("logistics.item.model", asked.expected());
            case "quantity" -> Text.of("logistics.item.quantity", asked.name(), asked.expected());
            case "parameter" -> Text.of("logistics.item.parameter", asked.name(), asked.expected());
            case "accessory" -> Text.of("logistics.item.accessory", asked.name());
            case "undamaged" -> Text.of("logistics.item.undamaged");
            case "rule" -> Text.of("logistics.reason", asked.reason().english(), asked.reason().chinese());
            default -> throw new IllegalStateException("No item is a %s.".formatted(asked.kind()));
        };
    }
}
