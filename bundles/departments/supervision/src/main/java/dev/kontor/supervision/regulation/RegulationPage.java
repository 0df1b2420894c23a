package dev.kontor.supervision.regulation;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.supervision.Supervision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The regulation as it is in force, for everybody to read and acknowledge; who has not yet, for who supervises. */
@Component
public final class RegulationPage implements Page {

    private final RegulationBook book;
    private final Accounts accounts;
    private final Clock clock;

    @Activate
    public RegulationPage(@Reference RegulationBook book, @Reference Accounts accounts, @Reference Clock clock) {
        this.book = book;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "supervision/regulation";
    }

    @Override
    public Text title() {
        return Text.of("supervision.regulation");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("supervision", "book", 50));
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        List<RegulationVersion> versions = book.versions();
        List<Block> blocks = new ArrayList<>();
        if (versions.isEmpty()) {
            blocks.add(new Block.Note(Tone.INFO, Text.of("supervision.no-regulation")));
        } else {
            RegulationVersion shown = query.tail().isEmpty() ? versions.get(0) : asked(versions, query.tail().get(0));
            one(query, versions, shown, blocks);
        }
        View view = View.of(title(), blocks.toArray(Block[]::new)).withAbove(Text.of("supervision.regulation-above"));
        return query.reader().holds(Role.LEADERSHIP)
                ? view.withAction(new Cell.Link(Text.of("supervision.publish"), "do/supervision/publish-regulation", "plus"))
                : view;
    }

    /** The file of a version, by its number. */
    @Override
    public Optional<Upload> file(Query query) {
        return query.tail().isEmpty() ? Optional.empty() : asked(book.versions(), query.tail().get(0)).file();
    }

    private static RegulationVersion asked(List<RegulationVersion> versions, String number) {
        return versions.stream()
                .filter(each -> String.valueOf(each.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-regulation")));
    }

    private void one(Query query, List<RegulationVersion> versions, RegulationVersion shown, List<Block> blocks) {
        boolean latest = shown.equals(versions.get(0));
        boolean read = book.isAcknowledged(shown, query.reader().id());
        if (read) {
            blocks.add(new Block.Note(Tone.GOOD, Text.of("supervision.acknowledged-by-you", shown.number())));
        } else if (latest) {
            blocks.add(new Block.Note(Tone.WARNING, Text.of("supervision.to-acknowledge", shown.number())));
        }
        blocks.add(new Block.Facts(Text.plain(shown.title()), List.of(
                fact("version", Cell.plain(String.valueOf(shown.number()))),
                fact("effective-on", new Cell.Day(shown.effectiveOn())),
                fact("state", state(versions, shown)),
                fact("interpreter", Cell.plain(shown.interpreter().isEmpty() ? "–" : shown.interpreter())),
                fact("by", Cell.person(shown.publishedBy())),
                fact("changes", Cell.plain(shown.changes().isEmpty() ? "–" : shown.changes())),
                fact("file", shown.file()
                        .map(file -> Cell.link(Text.plain(file.name()), "documents/of/" + path() + "/" + shown.number()))
                        .orElse(Cell.plain("–"))),
                fact("digest", Cell.plain(shown.digest())))));
        if (!shown.body().isEmpty()) {
            blocks.add(new Block.Source(Text.of("supervision.regulation-body"), shown.body(), List.of()));
        }
        if (latest && !read) {
            blocks.add(Block.Ask.company("supervision/acknowledge", String.valueOf(shown.number())));
        }
        versions.stream()
                .filter(each -> each.number() == shown.number() - 1 && !each.body().isEmpty() && !shown.body().isEmpty())
                .findFirst()
                .ifPresent(before -> blocks.add(
                new Block.Section(Text.of("supervision.compared", before.number()), List.of(
                        new Block.Difference(Text.plain(""), before.body(), shown.body())), false)));
        if (query.reader().holdsAny(Supervision.READERS)) {
            blocks.add(acknowledgements(shown));
        }
        blocks.add(history(versions));
    }

    /** The latest that has come into force is; those before it are no more. */
    private Cell state(List<RegulationVersion> versions, RegulationVersion version) {
        if (version.effectiveOn().isAfter(clock.today())) {
            return new Cell.Badge(Tone.INFO, Text.of("supervision.not-in-force"));
        }
        boolean followed = versions.stream().anyMatch(each -> each.number() > version.number() && !each.effectiveOn().isAfter(clock.today()));
        return followed
                ? new Cell.Badge(Tone.NEUTRAL, Text.of("supervision.no-more-in-force"))
                : new Cell.Badge(Tone.GOOD, Text.of("supervision.in-force"));
    }

    /** Everybody with an account, who has not acknowledged first. */
    private Block acknowledgements(RegulationVersion version) {
        Map<String, Instant> read = book.acknowledged(version).stream()
                .collect(Collectors.toMap(Acknowledgement::person, Acknowledgement::at));
        return new Block.Table(
                Text.of("supervision.acknowledgements"),
                List.of(column("who"), column("state")),
                accounts.accounts().stream()
                        .filter(Accounts.Account::enabled)
                        .sorted(Comparator.comparing((Accounts.Account each) -> read.containsKey(each.id().value()))
                                .thenComparing(each -> each.id().value()))
                        .map(each -> List.of(
                                Cell.person(each.id().value()),
                                Optional.ofNullable(read.get(each.id().value()))
                                        .<Cell>map(Cell.Moment::new)
                                        .orElse(new Cell.Badge(Tone.WARNING, Text.of("supervision.unacknowledged")))))
                        .toList(),
                "",
                Text.of("supervision.nobody"));
    }

    private Block history(List<RegulationVersion> versions) {
        return new Block.Table(
                Text.of("supervision.versions"),
                List.of(column("version"), column("effective-on"), column("state"), column("changes"), column("by")),
                versions.stream()
                        .map(each -> List.of(
                                Cell.link(Text.plain(String.valueOf(each.number())), path() + "/" + each.number()),
                                new Cell.Day(each.effectiveOn()),
                                state(versions, each),
                                Cell.plain(each.changes()),
                                new Cell.Many(List.of(Cell.person(each.publishedBy()), new Cell.Moment(each.publishedAt())))))
                        .toList(),
                "",
                Text.of("supervision.no-regulation"));
    }

    private static Block.Fact fact(String key, Cell value) {
        return new Block.Fact(Text.of("supervision.column." + key), value);
    }

    private static Block.Column column(String key) {
        return Block.Column.of(Text.of("supervision.column." + key));
    }
}
