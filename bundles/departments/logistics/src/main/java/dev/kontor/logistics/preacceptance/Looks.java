package dev.kontor.logistics.preacceptance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.Order;
import dev.kontor.logistics.acceptance.Checklist;
import dev.kontor.logistics.acceptance.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the customer looks at in our works: of each machine the same as on arrival, by the order's revision in force. */
final class Looks {

    private Looks() {}

    /** By serial number. */
    static Map<String, List<Look>> at(OrderView file, List<Machine> machines) {
        Order order = file.order().orElseThrow();
        Map<String, List<Look>> looks = new LinkedHashMap<>();
        for (Machine machine : machines) {
            List<Look> own = new ArrayList<>();
            String name = fieldName(machine.serial());
            Checklist.of(order, machine).forEach(asked -> own.add(new Look(name + "-" + (own.size() + 1), asked)));
            looks.put(machine.serial().value(), own);
        }
        return looks;
    }

    /** A serial number has no small letters, so no two machines share a name. */
    private static String fieldName(SerialNumber serial) {
        return serial.value().replace(".", "dot").replace("/", "slash");
    }

    static List<Item> found(OrderFile file, PreAcceptance row, List<Look> looks, Values values) {
        List<Item> items = new ArrayList<>();
        for (Look look : looks) {
            Item item = new Item(row.id(), Acceptance.PRE, row.revision(), items.size() + 1, look.asked());
            item.find(look.finding(values), look.remark(values), file.actor().id().value(), file.now());
            items.add(item);
        }
        return items;
    }
}
