package dev.kontor.logistics.dispatch;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Journey;
import dev.kontor.logistics.shipment.Shipment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The delivery note (发货单) that travels with the goods. */
final class DeliveryNote {

    private DeliveryNote() {}

    static Paper of(OrderView file, Shipment shipment, List<Machine> machines, LocalDate day) {
        Order order = file.order().orElseThrow();
        String number = file.number() + "-" + shipment.number();
        return new Paper(
                "delivery-note-" + number,
                Text.of("document.logistics.delivery-note"),
                number,
                List.of(facts(order, shipment, day), goods(order, machines), packing(shipment)),
                List.of(Text.of("logistics.signs-works"), Text.of("logistics.signs-carrier"), Text.of("logistics.signs-customer")));
    }

    private static Block facts(Order order, Shipment shipment, LocalDate day) {
        Journey journey = shipment.journey();
        return new Block.Facts(Text.of("logistics.shipment"), List.of(
                fact("order", Cell.plain(order.number().value())),
                fact("contract-of-order", Cell.plain(order.contract().number().written())),
                fact("customer", Cell.plain(order.customerName())),
                fact("place", Cell.plain(shipment.place())),
                fact("receiver", Cell.words(Text.of("logistics.name-and-phone", order.contact().name(), order.contact().phone()))),
                fact("dispatched-on", new Cell.Day(day)),
                fact("mode", Cell.words(Text.of("logistics.mode." + shipment.transport().mode()))),
                fact("carrier", Cell.plain(shipment.transport().carrierName())),
                fact("waybill", Cell.plain(journey.waybill())),
                fact("vehicle", Cell.plain(journey.vehicle())),
                fact("expected-on", journey.expectedOn().<Cell>map(Cell.Day::new).orElse(Cell.plain("")))));
    }

    private static Block.Fact fact(String key, Cell value) {
        return new Block.Fact(Text.of("logistics." + key), value);
    }

    private static Block goods(Order order, List<Machine> machines) {
        return new Block.Table(
                Text.of("logistics.machines"),
                List.of(
                        Block.Column.of(Text.of("logistics.serial")),
                        Block.Column.of(Text.of("logistics.model")),
                        Block.Column.of(Text.of("logistics.goods-name")),
                        Block.Column.number(Text.of("logistics.quantity")),
                        Block.Column.of(Text.of("logistics.unit"))),
                machines.stream().map(machine -> row(order, machine)).toList(),
                "",
                Text.plain(""));
    }

    private static List<Cell> row(Order order, Machine machine) {
        Optional<OrderLine> line = order.lines().stream().filter(each -> each.position() == machine.line()).findFirst();
        return List.of(
                Cell.plain(machine.serial().value()),
                Cell.plain(machine.model()),
                Cell.plain(line.map(OrderLine::name).orElse("")),
                new Cell.Number(machine.quantity()),
                Cell.plain(line.map(OrderLine::unit).orElse("")));
    }

    private static Block packing(Shipment shipment) {
        return new Block.Table(
                Text.of("logistics.packing"),
                List.of(Block.Column.of(Text.of("logistics.package"))),
                shipment.preparation().packing().lines().filter(line -> !line.isBlank()).map(line -> List.of(Cell.plain(line))).toList(),
                "",
                Text.plain(""));
    }
}
