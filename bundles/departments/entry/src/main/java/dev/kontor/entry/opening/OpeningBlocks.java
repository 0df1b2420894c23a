package dev.kontor.entry.opening;

import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.opening.Opening.Counted;
import dev.kontor.entry.opening.Opening.Evidence;
import dev.kontor.entry.opening.Opening.Signature;
import dev.kontor.entry.opening.Opening.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws an opening. */
final class OpeningBlocks {

    private OpeningBlocks() {}

    static List<Block> head(Opening opening, Totals totals, List<Signature> signed) {
        List<Block> blocks = new ArrayList<>();
        int off = totals.differences().size();
        if (opening.isOpen()) {
            blocks.add(off > 0
                    ? new Block.Note(Tone.WARNING, Text.of("entry.opening.note.differs", off))
                    : new Block.Note(Tone.INFO, Text.of("entry.opening.note.agrees")));
        } else {
            blocks.add(new Block.Note(Tone.GOOD, Text.of("entry.opening.note.closed", opening.endedAt())));
        }
        blocks.add(new Block.Figures(List.of(
                figure("as-of", new Cell.Day(opening.asOf()), Tone.NEUTRAL),
                figure("orders", new Cell.Number(BigDecimal.valueOf(totals.orders())), Tone.NEUTRAL),
                figure("receivable", amounts(totals.receivable()), Tone.NEUTRAL),
                figure("exposure", amounts(totals.exposure()), Tone.NEUTRAL),
                figure("differences", new Cell.Number(BigDecimal.valueOf(off)), off > 0 ? Tone.BAD : Tone.GOOD))));
        blocks.add(new Block.Steps(Text.of("entry.opening.signatures"),
                Opening.SIGNERS.stream().map(role -> step(role, signed)).toList()));
        return blocks;
    }

    private static Block.Figure figure(String name, Cell value, Tone tone) {
        return new Block.Figure(Text.of("entry.opening." + name), value, tone, "");
    }

    private static Cell amounts(Map<String, BigDecimal> sums) {
        List<Cell> cells = sums.entrySet().stream().<Cell>map(each -> new Cell.Amount(new Money(each.getValue(), each.getKey()))).toList();
        return cells.size() == 1 ? cells.get(0) : new Cell.Many(cells);
    }

    private static Block.Step step(Role role, List<Signature> signed) {
        Text name = Text.of("role." + role);
        return signed.stream()
                .filter(each -> each.role().equals(role))
                .findFirst()
                .map(each -> new Block.Step(name, "done", Text.of("entry.opening.signed-by", each.at(), each.by().value(), each.digest().substring(0, 16))))
                .orElse(new Block.Step(name, "open", Text.of("entry.opening.not-signed")));
    }

    /** Each customer in two lines of sight: what the books say, what the rows come to. */
    static Block totals(Totals totals) {
        return new Block.Table(
                Text.of("entry.opening.by-customer"),
                List.of(column("customer"), number("orders-stated"), number("orders-found"), number("receivable-stated"),
                        number("receivable-found"), number("exposure-stated"), number("exposure-found"), column("agreement")),
                totals.lines().stream().map(OpeningBlocks::line).toList(),
                "",
                Text.of("entry.opening.no-totals"));
    }

    private static List<Cell> line(Totals.Line line) {
        String name = line.counted().map(Counted::customerName).orElse("");
        return List.of(
                Cell.plain((line.customer() + " " + name).strip()),
                count(line.stated().map(Stated::orders)), count(line.counted().map(Counted::orders)),
                amount(line, line.stated(), Stated::receivable), amount(line, line.counted(), Counted::receivable),
                amount(line, line.stated(), Stated::exposure), amount(line, line.counted(), Counted::exposure),
                line.agrees()
                        ? new Cell.Badge(Tone.GOOD, Text.of("entry.opening.agrees"))
                        : new Cell.Badge(Tone.BAD, Text.of("entry.opening.disagrees")));
    }

    private static Cell count(Optional<Integer> orders) {
        return orders.<Cell>map(count -> new Cell.Number(BigDecimal.valueOf(count))).orElse(Cell.plain("—"));
    }

    private static <S> Cell amount(Totals.Line line, Optional<S> side, Function<S, BigDecimal> what) {
        return side.map(what).<Cell>map(amount -> new Cell.Amount(new Money(amount, line.currency()))).orElse(Cell.plain("—"));
    }

    static Block evidence(List<Evidence> evidence) {
        return new Block.Table(
                Text.of("document.entry.opening"),
                List.of(column("file"), column("digest"), column("by"), column("at")),
                evidence.stream()
                        .map(each -> List.<Cell>of(
                                new Cell.Link(Text.plain(each.file().name()), "documents/of/" + Openings.PAGE + "/" + each.file().digest(), "download"),
                                Cell.plain(each.file().digest().substring(0, 16)),
                                Cell.plain(each.by().value()),
                                new Cell.Moment(each.at())))
                        .toList(),
                "",
                Text.of("entry.opening.no-evidence"));
    }

    /** @param conflicts why rows were left out, by their ids */
    static Block rows(Opening opening, List<Row> part, Map<String, List<Text>> conflicts, String next, boolean mayDrop) {
        List<Block.Column> columns = new ArrayList<>(List.of(column("contract"), column("customer"), column("stage"), number("total"),
                number("receivable"), number("exposure"), column("row"), column("order")));
        if (mayDrop) {
            columns.add(column("drop"));
        }
        return new Block.Table(Text.of("entry.opening.rows"), columns,
                part.stream().map(row -> row(opening, row, conflicts.getOrDefault(row.id(), List.of()), mayDrop)).toList(), next, Text.of("entry.opening.no-rows"));
    }

    private static List<Cell> row(Opening opening, Row row, List<Text> conflicts, boolean mayDrop) {
        Stream<Cell> cells = Stream.of(
                Cell.plain(row.contract()), Cell.plain(row.customerName()), Cell.words(Text.of("milestone." + row.stage().milestone())),
                new Cell.Amount(row.total()), new Cell.Amount(row.receivable()), new Cell.Amount(row.exposure()),
                Cell.plain(row.source() + " " + row.key()), order(opening, row, conflicts));
        Stream<Cell> drop = mayDrop
                ? Stream.of(new Cell.Link(Text.of("entry.opening.drop"), "do/entry/drop-opening-row?subject=" + row.id(), "trash"))
                : Stream.empty();
        return Stream.concat(cells, drop).toList();
    }

    private static Cell order(Opening opening, Row row, List<Text> conflicts) {
        if (!row.order().isEmpty()) {
            return Cell.link(Text.plain(row.order()), "orders/" + row.order());
        }
        if (!row.leftOut().isEmpty()) {
            Stream<Cell> badge = Stream.of(new Cell.Badge(Tone.BAD, Text.of("entry.opening.was-left-out")));
            return new Cell.Many(Stream.concat(badge, conflicts.stream().map(Cell::words)).toList());
        }
        return opening.isOpen() ? Cell.plain("") : new Cell.Badge(Tone.INFO, Text.of("entry.opening.under-way"));
    }

    private static Block.Column column(String name) {
        return Block.Column.of(Text.of("entry.opening." + name));
    }

    private static Block.Column number(String name) {
        return Block.Column.number(Text.of("entry.opening." + name));
    }
}
