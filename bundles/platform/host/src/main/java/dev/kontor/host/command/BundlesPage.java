package dev.kontor.host.command;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Inspection;
import dev.kontor.host.inspect.Report;
import dev.kontor.host.run.Hosting;
import dev.kontor.host.run.JarLook;
import dev.kontor.host.run.Leaving;
import dev.kontor.host.run.LivePlatform;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Partners' bundles: what runs, what waits for an administrator and what it would do, what was before. */
@Component(service = Page.class)
public final class BundlesPage implements Page {

    private static final int EARLIER = 50;
    /** The console's words for a person. */
    private static final String PERSON = "console.person";

    private final BundleShelf shelf;
    private final JarLook look;
    private final Function<String, Optional<Text>> trouble;
    private final Function<String, Leaving> leaving;

    @Activate
    public BundlesPage(@Reference BundleShelf shelf, @Reference LivePlatform platform, @Reference Hosting hosting) {
        this(shelf, new JarLook(platform::surroundings), hosting::trouble, hosting::leaving);
    }

    /**
     * @param trouble why a version, by digest, does not run though it should
     * @param leaving how much is here of one that was removed
     */
    BundlesPage(BundleShelf shelf, JarLook look, Function<String, Optional<Text>> trouble, Function<String, Leaving> leaving) {
        this.shelf = shelf;
        this.look = look;
        this.trouble = trouble;
        this.leaving = leaving;
    }

    @Override
    public String path() {
        return "bundles";
    }

    @Override
    public Text title() {
        return Text.of("host.bundles");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("company", "plug", 85));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        boolean changes = query.reader().holds(Role.SYSTEM_ADMINISTRATOR);
        View view = query.tail().isEmpty() ? list(changes) : one(query.tail().get(0), changes);
        return view.refreshedBy("bundles.changed");
    }

    private View list(boolean changes) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(Cell.Tone.INFO, Text.of("host.why")));
        blocks.add(table(Text.of("host.waiting"), each -> each.state() == State.CANDIDATE, Text.of("host.none-waiting")));
        blocks.add(table(Text.of("host.running"), each -> each.state().wanted(), Text.of("host.none-running")));
        blocks.add(table(Text.of("host.earlier"), each -> each.state() != State.CANDIDATE && !each.state().wanted(), Text.of("host.none-earlier")));
        blocks.add(keys(changes));
        View view = View.of(title(), blocks.toArray(Block[]::new));
        return changes
                ? view.withAction(new Cell.Link(Text.of("host.install"), "do/bundles/install", "plus"))
                        .withAction(new Cell.Link(Text.of("host.update"), "do/bundles/update", "refresh"))
                : view;
    }

    private Block table(Text caption, Predicate<KeptBundle> which, Text empty) {
        return new Block.Table(caption,
                List.of(column("host.column-name"), column("host.column-version"), column("host.column-state"), column("host.column-since"),
                        column("host.column-by"), column("host.column-digest")),
                shelf.all().stream().filter(which).limit(EARLIER).map(this::row).toList(), "", empty);
    }

    private static Block.Column column(String key) {
        return Block.Column.of(Text.of(key));
    }

    private List<Cell> row(KeptBundle kept) {
        return List.of(
                Cell.link(Text.plain(kept.name()), "bundles/" + kept.digest()),
                Cell.plain(kept.version()),
                standing(kept).badge(),
                new Cell.Moment(kept.changedAt()),
                Cell.words(person(kept.changedBy())),
                Cell.plain(kept.shortDigest()));
    }

    /** How a version is here now, which may differ from what the store says of it. */
    private record Standing(Cell.Tone tone, String word, Optional<Text> why) {

        Cell badge() {
            return new Cell.Badge(tone, Text.of("host.state." + word));
        }
    }

    private Standing standing(KeptBundle kept) {
        if (kept.state() == State.REMOVED) {
            return switch (leaving.apply(kept.digest())) {
                case GONE -> new Standing(tone(kept.state()), kept.state().word(), Optional.empty());
                case STOPS -> new Standing(Cell.Tone.INFO, "stops", Optional.of(Text.of("host.stops", kept.name())));
                case STAYS -> new Standing(Cell.Tone.BAD, "stays", Optional.of(Text.of("host.stays", kept.name())));
            };
        }
        Optional<Text> why = trouble.apply(kept.digest()).filter(any -> kept.state().wanted());
        return why.isPresent()
                ? new Standing(Cell.Tone.BAD, "stands", why)
                : new Standing(tone(kept.state()), kept.state().word(), Optional.empty());
    }

    private static Cell.Tone tone(State state) {
        return switch (state) {
            case INSTALLED -> Cell.Tone.GOOD;
            case CANDIDATE, APPROVED -> Cell.Tone.INFO;
            case REFUSED, FAILED -> Cell.Tone.BAD;
            case SUPERSEDED, DECLINED, REMOVED -> Cell.Tone.NEUTRAL;
        };
    }

    private static Text person(PersonId id) {
        return id.equals(PersonId.SYSTEM) ? Text.of("host.platform") : Text.of(PERSON, id.value());
    }

    private Block keys(boolean changes) {
        List<Block.Column> columns = new ArrayList<>(List.of(column("host.column-signer"), column("host.column-key"), column("host.column-since"),
                column("host.column-by")));
        if (changes) {
            columns.add(column("host.column-do"));
        }
        return new Block.Table(Text.of("host.keys"), columns, shelf.trusted().stream().map(each -> key(each, changes)).toList(), "",
                Text.of("host.none-trusted"));
    }

    private static List<Cell> key(BundleShelf.Trusted each, boolean changes) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.plain(each.signer().name()), Cell.plain(each.signer().key()),
                new Cell.Moment(each.at()), Cell.words(person(each.by()))));
        if (changes) {
            cells.add(Cell.link(Text.of("host.distrust"), "do/bundles/distrust?subject=" + each.signer().key()));
        }
        return cells;
    }

    private View one(String digest, boolean changes) {
        KeptBundle kept = find(digest);
        List<Block> blocks = new ArrayList<>();
        Standing now = standing(kept);
        now.why().ifPresent(why -> blocks.add(new Block.Note(now.tone(), why)));
        kept.trouble().forEach(why -> blocks.add(new Block.Note(Cell.Tone.BAD, why)));
        byte[] jar = shelf.content(kept.digest());
        if (jar.length > 0) {
            Inspection seen = look.at(jar, kept.file());
            seen.refusals().forEach(why -> blocks.add(new Block.Note(Cell.Tone.WARNING, why)));
            blocks.add(report(seen));
        }
        if (!kept.state().wanted() && kept.state() != State.REFUSED) {
            blocks.add(trust(kept));
        }
        if (changes) {
            blocks.addAll(forms(kept));
        }
        return View.of(Text.plain(kept.name()), blocks.toArray(Block[]::new)).withAbove(title());
    }

    /** Whole, or as far as the list shows it. */
    private KeptBundle find(String digest) {
        List<KeptBundle> found = shelf.all().stream().filter(each -> each.isMeantBy(digest)).toList();
        if (found.size() != 1) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of(found.isEmpty() ? "host.no-such-bundle" : "host.several", digest));
        }
        return found.get(0);
    }

    private static Block report(Inspection seen) {
        return new Block.Facts(Text.of("host.report"), Report.of(seen).stream()
                .map(line -> new Block.Fact(line.name(), new Cell.Many(line.values().stream().map(Cell::words).toList())))
                .toList());
    }

    private Block trust(KeptBundle kept) {
        Text said = kept.signer().isEmpty()
                ? Text.of("host.trust-digest")
                : kept.signer().filter(shelf::trusts).isPresent()
                        ? Text.of("host.trust-known", kept.signer().get().name())
                        : Text.of("host.trust-key");
        return new Block.Note(Cell.Tone.INFO, said);
    }

    private static List<Block> forms(KeptBundle kept) {
        return switch (kept.state()) {
            case CANDIDATE -> List.of(Block.Ask.company("bundles/approve", kept.digest()), Block.Ask.company("bundles/decline", kept.digest()));
            case INSTALLED, APPROVED -> List.of(Block.Ask.company("bundles/remove", kept.digest()));
            case SUPERSEDED, FAILED, DECLINED, REMOVED -> List.of(Block.Ask.company("bundles/approve", kept.digest()));
            case REFUSED -> List.of();
        };
    }
}
