package dev.kontor.entry.opening;

import dev.kontor.api.document.Upload;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.Entry;
import dev.kontor.entry.opening.Opening.Evidence;
import dev.kontor.entry.opening.Opening.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The opening for those who bring it in and those who sign: books and rows, where they differ, the evidence, the signatures. */
@Component
public final class OpeningPage implements Page {

    private static final int PART = 50;
    private static final String SIGN = "entry/sign-opening";

    private final Openings openings;

    @Activate
    public OpeningPage(@Reference Openings openings) {
        this.openings = openings;
    }

    @Override
    public String path() {
        return Openings.PAGE;
    }

    @Override
    public Text title() {
        return Text.of("entry.opening.title");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("company", "door-enter", 46));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Entry.IMPORTER, Role.FINANCE_CREDIT, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        Optional<Opening> current = openings.book().current();
        if (current.isEmpty()) {
            return View.of(title(), new Block.Note(Cell.Tone.INFO, Text.of("entry.opening.none"))).withAbove(Text.of("entry.opening.above"));
        }
        Opening opening = current.get();
        List<Signature> signed = openings.book().signatures(opening);
        List<Block> blocks = new ArrayList<>(OpeningBlocks.head(opening, openings.totals(opening), signed));
        if (opening.isOpen() && SignOpening.role(query.reader(), signed).isPresent()) {
            blocks.add(Block.Ask.company(SIGN, ""));
        }
        blocks.add(OpeningBlocks.totals(openings.totals(opening)));
        blocks.add(OpeningBlocks.evidence(openings.book().evidence(opening)));
        blocks.add(rows(opening, query));
        View view = new View(title(), Text.of("entry.opening.above"), List.of(), blocks, List.of());
        return opening.isOpen() && query.reader().holds(Entry.IMPORTER)
                ? view.withAction(new Cell.Link(Text.of("entry.opening.drop.title"), "do/entry/drop-opening", "trash"))
                : view;
    }

    private Block rows(Opening opening, Query query) {
        int most = query.rows(PART);
        Optional<Row> after = openings.rows().find(query.parameter("after")).filter(row -> row.opening() == opening.number());
        List<Row> found = openings.rows().part(opening, after, most + 1);
        List<Row> part = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most ? Openings.PAGE + "?rows=" + most + "&after=" + part.get(part.size() - 1).id() : "";
        Map<String, List<Text>> conflicts = part.stream()
                .filter(row -> !row.leftOut().isEmpty())
                .collect(Collectors.toMap(Row::id, row -> openings.conflicts(new RowContent(openings.rows().fields(row)).opened(opening.asOf()))));
        return OpeningBlocks.rows(opening, part, conflicts, next, mayDrop(opening, query.reader()));
    }

    private static boolean mayDrop(Opening opening, Person reader) {
        return opening.isOpen() && reader.holds(Entry.IMPORTER);
    }

    /** The evidence, by its digest: who signs must be able to read it before it is filed with an order. */
    @Override
    public Optional<Upload> file(Query query) {
        return openings.book().current().stream()
                .flatMap(opening -> openings.book().evidence(opening).stream())
                .map(Evidence::file)
                .filter(file -> query.tail().equals(List.of(file.digest())))
                .findFirst();
    }
}
