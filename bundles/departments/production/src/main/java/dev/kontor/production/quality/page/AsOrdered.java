package dev.kontor.production.quality.page;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For whom a machine is and what it is, as ordered by the revision that it is of; beside the revision in force, if that is another
 * (R-4.15, R-5.14).
 */
public final class AsOrdered {

    private AsOrdered() {}

    /** @param of the revision that the machine is of */
    public static Block block(Machine machine, Order of, Order inForce) {
        List<Order> shown = of.revision() == inForce.revision() ? List.of(of) : List.of(of, inForce);
        List<Map<Text, String>> said = shown.stream().map(order -> said(order, machine.line())).toList();
        Set<Text> names = new LinkedHashSet<>();
        said.forEach(each -> names.addAll(each.keySet()));
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.of(Text.of("production.quality.ordered"))));
        shown.forEach(order -> columns.add(Block.Column.of(Text.of("production.quality.by-revision", order.revision()))));
        return new Block.Table(Text.of("production.quality.as-ordered"), columns,
                names.stream().map(name -> row(name, said)).toList(), "", Text.plain(""));
    }

    private static List<Cell> row(Text name, List<Map<Text, String>> said) {
        List<Cell> row = new ArrayList<>(List.of(Cell.words(name)));
        said.forEach(each -> row.add(Cell.plain(each.getOrDefault(name, ""))));
        return row;
    }

    private static Map<Text, String> said(Order order, int position) {
        Map<Text, String> said = new LinkedHashMap<>();
        said.put(Text.of("production.quality.customer"), order.customerName());
        Optional<OrderLine> line = order.line(position);
        line.ifPresent(found -> {
            said.put(Text.of("production.quality.model"), (found.model() + " " + found.name()).strip());
            found.parameters().forEach(each -> said.merge(Text.plain(each.name()), value(each), "%s; %s"::formatted));
            if (!found.accessories().isEmpty()) {
                said.put(Text.of("production.quality.accessories"), String.join("; ", found.accessories()));
            }
        });
        return said;
    }

    private static String value(TechnicalParameter parameter) {
        return (parameter.value() + " " + parameter.unit()).strip();
    }
}
