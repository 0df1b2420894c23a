package dev.kontor.production.purchasing.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Purchase;
import java.util.List;
import java.util.Set;

/** Tables of purchasing, by the keys of their words. */
final class PurchaseBlocks {

    private static final Set<String> NUMBERS = Set.of(
            "score", "lead-days", "deliveries", "punctual", "rejected-share", "ordered", "received", "rejected", "quantity", "amount", "price", "outstanding");

    private PurchaseBlocks() {}

    static Block.Table table(String name, List<String> columns, List<List<Cell>> rows, String next) {
        return new Block.Table(
                Text.of("production.purchase." + name),
                columns.stream()
                        .map(column -> NUMBERS.contains(column)
                                ? Block.Column.number(Text.of("production.purchase." + column))
                                : Block.Column.of(Text.of("production.purchase." + column)))
                        .toList(),
                rows,
                next,
                Text.of("production.purchase." + name + ".none"));
    }

    static Cell state(Purchase purchase) {
        Tone tone = switch (purchase.state()) {
            case "received" -> Tone.GOOD;
            case "refused" -> Tone.BAD;
            case "awaiting" -> Tone.WARNING;
            default -> Tone.INFO;
        };
        return new Cell.Badge(tone, Text.of("production.purchase.state." + purchase.state()));
    }
}
