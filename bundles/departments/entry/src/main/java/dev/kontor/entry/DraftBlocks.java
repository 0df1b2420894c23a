package dev.kontor.entry;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.document.Document;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.draft.Shown;
import dev.kontor.entry.draft.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A draft as parts of a page: what was registered, what was typed by whom, and what is still to be supplied. */
final class DraftBlocks {

    private static final Set<String> REGISTERED =
            Set.of("contract-number", "contract-kind", "call-off", "customer-number", "signed-on", "planned-on", "customer",
                    "customer-name", "contract-document", "contract-digest");

    private DraftBlocks() {}

    /** The contract's side: registered facts and the files of the contract. */
    static Block contract(OrderView file, Draft draft) {
        List<Block.Fact> facts = new ArrayList<>();
        for (String field : List.of("contract-number", "contract-kind", "call-off", "customer-number", "customer-name")) {
            draft.written(field).ifPresent(written ->
                    facts.add(new Block.Fact(Paths.label(field), Shown.value(field, written.value()))));
        }
        for (String field : List.of("planned-on", "signed-on")) {
            Completeness.dayOf(draft.text(field))
                    .ifPresent(day -> facts.add(new Block.Fact(Paths.label(field), new Cell.Day(day))));
        }
        for (Document document : file.documents()) {
            if (Set.of(Entry.CONTRACT, Entry.AGREEMENT, Entry.SIGNED_COPY).contains(document.kind())) {
                facts.add(new Block.Fact(Text.of("document." + document.kind()),
                        Cell.link(Text.plain(document.name()), "documents/" + document.id())));
            }
        }
        return new Block.Facts(Text.of("entry.confirm.contract"), facts);
    }

    /** The entry's side: every field that was typed, who wrote it and when. */
    static Block entered(Draft draft) {
        List<List<Cell>> rows = draft.fields().entrySet().stream()
                .filter(field -> !REGISTERED.contains(field.getKey()))
                .map(DraftBlocks::row)
                .toList();
        return new Block.Table(Text.of("entry.confirm.entered"),
                List.of(column("entered-field"), column("entered-value"), column("entered-by"), column("entered-at")),
                rows, "", Text.of("entry.confirm.nothing"));
    }

    /** What is still to be supplied (待补录), each with its reason. */
    static List<Block> gaps(Draft draft) {
        List<Gap> gaps = Completeness.gaps(draft.plain());
        if (gaps.isEmpty()) {
            return List.of();
        }
        List<List<Cell>> rows = gaps.stream()
                .map(gap -> List.of(Cell.words(Paths.label(gap.field())), Cell.words(gap.message())))
                .toList();
        return List.of(
                new Block.Note(Cell.Tone.WARNING, Text.of("entry.confirm.gaps", gaps.size())),
                new Block.Table(Text.of("entry.confirm.missing"), List.of(column("entered-field"), column("gap")), rows, "",
                        Text.plain("")));
    }

    private static List<Cell> row(Map.Entry<String, Written> field) {
        Written written = field.getValue();
        return List.of(Cell.words(Paths.label(field.getKey())), Shown.value(field.getKey(), written.value()),
                Cell.person(written.by().value()), new Cell.Moment(written.at()));
    }

    private static Block.Column column(String name) {
        return Block.Column.of(Text.of("entry.field." + name));
    }
}
