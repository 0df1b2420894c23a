package dev.kontor.archive.page;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Packages;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.filing.CataloguePaper;
import dev.kontor.archive.keeping.VolumeCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One volume: what it holds, what happened to it, and what can be done with it. Its documents are links for who has said today
 * what they consult it for.
 */
@Component
public final class VolumePage implements Page {

    /** Who reads the archive: who works with it, and auditors. */
    static final Set<Role> READERS =
            Stream.concat(VolumeCommand.READERS.stream(), Stream.of(Role.AUDITOR)).collect(Collectors.toUnmodifiableSet());

    private final VolumeBook book;
    private final VolumeHistory history;
    private final Orders orders;
    private final Documents documents;
    private final Clock clock;

    @Activate
    public VolumePage(
            @Reference VolumeBook book, @Reference VolumeHistory history, @Reference Orders orders, @Reference Documents documents,
            @Reference Clock clock) {
        this.book = book;
        this.history = history;
        this.orders = orders;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "archive/volumes";
    }

    @Override
    public Text title() {
        return Text.of("archive.volume");
    }

    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return READERS;
    }

    @Override
    public View show(Query query) {
        Volume volume = Optional.of(query.tail())
                .filter(tail -> tail.size() == 1)
                .flatMap(tail -> book.find(tail.get(0)))
                .filter(found -> orders.summary(found.order(), query.reader()).isPresent())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("archive.no-volume")));
        Person reader = query.reader();
        boolean open = book.consults(volume, reader.id().value(), clock.today());
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(volume));
        if (!open && reader.holdsAny(VolumeCommand.READERS)) {
            blocks.add(new Block.Note(Tone.INFO, Text.of("archive.consult-first")));
            blocks.add(Block.Ask.company("archive/consult", volume.id()));
        }
        blocks.add(items(volume, open));
        blocks.addAll(packages(volume, reader, open));
        blocks.addAll(history.of(volume));
        View view = View.of(Text.plain(volume.code()), blocks.toArray(Block[]::new)).withAbove(title()).refreshedBy("order.changed");
        for (String command : offered(volume, reader)) {
            view = view.withAction(new Cell.Link(Text.of("archive." + command), "do/archive/" + command + "?subject=" + volume.id(), ""));
        }
        return view;
    }

    private Block facts(Volume volume) {
        List<Block.Fact> facts = new ArrayList<>(List.of(
                Shown.fact("part", Shown.part(volume)),
                Shown.fact("order", Shown.order(volume)),
                Shown.fact("contract", Cell.plain(volume.contract())),
                Shown.fact("customer", Cell.plain(volume.customerName())),
                Shown.fact("filed-at", new Cell.Moment(volume.filedAt())),
                Shown.fact("filed-by", Cell.person(volume.filedBy().value()))));
        if (!volume.remarks().isEmpty()) {
            facts.add(Shown.fact("remarks", Cell.plain(volume.remarks())));
        }
        facts.add(Shown.fact("authenticity", book.checks(volume, 1).stream().findFirst()
                .map(VolumeHistory::state)
                .orElse(new Cell.Badge(Tone.NEUTRAL, Text.of("archive.never-verified")))));
        facts.add(Shown.fact("legal-hold", book.isHeld(volume)
                ? new Cell.Badge(Tone.BAD, Text.of("archive.is-held"))
                : Cell.words(Text.of("archive.is-not-held"))));
        return new Block.Facts(Text.of("archive.volume"), facts);
    }

    private Block items(Volume volume, boolean open) {
        return new Block.Table(
                Text.of("archive.items"),
                Shown.columns("position", "kind", "document", "signed-by", "signed-at", "pages", "digest", "kept-until", "state"),
                book.items(volume).stream().map(item -> row(item, open)).toList(),
                "",
                Text.plain(""));
    }

    private List<Cell> row(Item item, boolean open) {
        return List.of(
                Shown.number(item.position()),
                Cell.words(book.name(item.kind())),
                open && item.destroyedOn().isEmpty()
                        ? Cell.link(Text.plain(item.name()), "document/" + item.document())
                        : Cell.plain(item.name()),
                Cell.person(item.signedBy().value()),
                new Cell.Moment(item.signedAt()),
                CataloguePaper.pages(item),
                Cell.plain(item.digest()),
                Shown.kept(item, clock.today()),
                Shown.destroyed(item.destroyedOn()));
    }

    private List<Block> packages(Volume volume, Person reader, boolean open) {
        List<List<Cell>> rows = Packages.of(volume, documents.of(volume.order(), reader)).stream()
                .map(document -> List.of(
                        open && document.destroyedAt().isEmpty()
                                ? Cell.link(Text.plain(document.name()), "documents/" + document.id())
                                : Cell.plain(document.name()),
                        Cell.person(document.by().value()),
                        new Cell.Moment(document.filedAt()),
                        Cell.plain(document.digest()),
                        Shown.destroyed(document.destroyedAt().map(at -> at.atZone(clock.zone()).toLocalDate()))))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        Text.of("archive.packages"), Shown.columns("document", "packed-by", "packed-at", "digest", "state"), rows, "", Text.plain("")));
    }

    private List<String> offered(Volume volume, Person reader) {
        List<String> commands = new ArrayList<>();
        offer(commands, "verify", reader, true, Role.ARCHIVIST, Role.SUPERVISOR);
        offer(commands, "pack", reader, true, Role.ARCHIVIST, Role.LEADERSHIP);
        offer(commands, "hold", reader, true, Role.LEADERSHIP);
        offer(commands, "release-hold", reader, book.isHeld(volume), Role.LEADERSHIP);
        Optional<Appraisal> appraisal = book.openAppraisal(volume);
        boolean over = book.items(volume).stream()
                .anyMatch(item -> item.destroyedOn().isEmpty() && item.keptUntil().filter(clock.today()::isAfter).isPresent());
        offer(commands, "appraise", reader, over && appraisal.isEmpty(), Role.ARCHIVIST);
        boolean undecided = appraisal.filter(each -> each.decidedBy().isEmpty()).isPresent();
        offer(commands, "decide-destruction", reader, undecided, Role.LEADERSHIP);
        offer(commands, "witness", reader, appraisal.isPresent() && !undecided, Role.ARCHIVIST, Role.FINANCE_CLERK, Role.SUPERVISOR);
        return commands;
    }

    private static void offer(List<String> commands, String command, Person reader, boolean now, Role... roles) {
        if (now && reader.holdsAny(Set.of(roles))) {
            commands.add(command);
        }
    }
}
