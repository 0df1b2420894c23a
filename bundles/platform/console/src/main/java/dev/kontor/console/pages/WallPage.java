package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import dev.kontor.api.wall.Wall.State;
import dev.kontor.api.wall.Wall.Walled;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the bundles behave that are called through the wall, what failed last, and the way out of quarantine. */
@Component(service = Page.class)
public final class WallPage implements Page {

    private static final int SHOWN = 50;

    private final Wall wall;

    @Activate
    public WallPage(@Reference Wall wall) {
        this.wall = wall;
    }

    @Override
    public String path() {
        return "wall";
    }

    @Override
    public Text title() {
        return Words.of("wall");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("company", "shield", 85));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        List<Walled> bundles = wall.bundles();
        boolean mayRelease = query.reader().holds(Role.SYSTEM_ADMINISTRATOR);
        return View.of(title(), new Block.Note(Cell.Tone.INFO, Words.of("wall.why")), table(bundles, mayRelease), failures(bundles))
                .refreshedBy("bundles.changed");
    }

    /** Trouble first. */
    private Block table(List<Walled> bundles, boolean mayRelease) {
        return new Block.Table(
                title(),
                List.of(Words.column("wall.bundle"), Words.column("state"), Words.number("wall.calls"), Words.number("wall.failures"),
                        Words.number("wall.hung"), Words.number("wall.left"), Words.number("wall.strikes"), Words.column("since")),
                bundles.stream()
                        .sorted(Comparator.comparing(Walled::state).reversed().thenComparing(Walled::failures, Comparator.reverseOrder())
                                .thenComparing(Walled::bundle))
                        .map(each -> row(each, mayRelease))
                        .toList(),
                "",
                Words.of("none"));
    }

    private static List<Cell> row(Walled bundle, boolean mayRelease) {
        return List.of(
                Cell.plain(bundle.bundle()),
                state(bundle, mayRelease),
                number(bundle.calls()),
                number(bundle.failures()),
                number(bundle.hung()),
                number(bundle.left()),
                number(bundle.strikes()),
                bundle.since().<Cell>map(Cell.Moment::new).orElse(Cell.plain("–")));
    }

    private static Cell state(Walled bundle, boolean mayRelease) {
        Cell badge = switch (bundle.state()) {
            case WELL -> new Cell.Badge(Cell.Tone.GOOD, Words.of("wall.well"));
            case RESTING -> new Cell.Badge(Cell.Tone.WARNING, Words.of("wall.resting"));
            case QUARANTINED -> new Cell.Badge(Cell.Tone.BAD, Words.of("wall.quarantined"));
        };
        boolean out = mayRelease && bundle.state() == State.QUARANTINED;
        return out
                ? new Cell.Many(List.of(badge, new Cell.Link(Words.of("wall.release"), "do/wall/release?subject=" + bundle.bundle(), "")))
                : badge;
    }

    private static Cell number(long number) {
        return new Cell.Number(BigDecimal.valueOf(number));
    }

    private record Failed(String bundle, Wall.Failure failure) {}

    private static Block failures(List<Walled> bundles) {
        List<Failed> failed = new ArrayList<>();
        bundles.forEach(each -> each.recent().forEach(failure -> failed.add(new Failed(each.bundle(), failure))));
        return new Block.Table(
                Words.of("wall.recent"),
                List.of(Words.column("wall.at"), Words.column("wall.bundle"), Words.column("wall.call"), Words.column("wall.what"),
                        Words.column("wall.reference")),
                failed.stream()
                        .sorted(Comparator.comparing((Failed each) -> each.failure().at()).reversed())
                        .limit(SHOWN)
                        .map(each -> List.<Cell>of(
                                new Cell.Moment(each.failure().at()),
                                Cell.plain(each.bundle()),
                                Cell.plain(each.failure().call()),
                                Cell.plain(each.failure().what()),
                                Cell.plain(each.failure().reference())))
                        .toList(),
                "",
                Words.of("wall.no-failure"));
    }
}
