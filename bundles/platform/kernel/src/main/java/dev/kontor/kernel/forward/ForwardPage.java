package dev.kontor.kernel.forward;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.kernel.people.FirstStart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What day it is in the demo company, and the way forward. */
@Component
public final class ForwardPage implements Page {

    static final String PATH = "time";

    private final ForwardRows rows;
    private final Clock clock;
    private final boolean demo;

    @Activate
    public ForwardPage(@Reference ForwardRows rows, @Reference Clock clock, @Reference FirstStart start) {
        this.rows = rows;
        this.clock = clock;
        this.demo = start.demo();
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Text title() {
        return Text.of("kernel.forward.title");
    }

    @Override
    public Optional<Place> place() {
        return demo ? Optional.of(new Place("company", "clock", 45)) : Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public View show(Query query) {
        if (!demo) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.forward.demo-only"));
        }
        Block now = new Block.Facts(Text.plain(""), List.of(
                new Block.Fact(Text.of("kernel.forward.today"), new Cell.Moment(clock.now())),
                new Block.Fact(Text.of("kernel.forward.until"), rows.until().<Cell>map(Cell.Day::new).orElse(Cell.plain("–")))));
        return View.of(title(), now, Block.Ask.company(ForwardTime.NAME, ""));
    }
}
