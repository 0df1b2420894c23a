package dev.kontor.logistics.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.carrier.Carrier;
import dev.kontor.logistics.carrier.Carriers;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.incident.Incidents;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Carriers with what became of their shipments: what a choice may rest on. */
@Component
public final class CarriersPage implements Page {

    private static final String PATH = "logistics/carriers";

    private static final int ROWS = 50;

    private final Carriers carriers;
    private final Shipments shipments;
    private final Incidents incidents;

    @Activate
    public CarriersPage(@Reference Carriers carriers, @Reference Shipments shipments, @Reference Incidents incidents) {
        this.carriers = carriers;
        this.shipments = shipments;
        this.incidents = incidents;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Text title() {
        return Text.of("logistics.carriers");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("logistics", "address-book", 20));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LOGISTICS_CLERK, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        boolean writes = query.reader().holds(Role.LOGISTICS_CLERK);
        int limit = query.rows(ROWS);
        List<Carrier> found = carriers.all(query.parameter("after"), limit);
        String next = found.size() < limit
                ? ""
                : PATH + "?after=" + URLEncoder.encode(found.get(found.size() - 1).name(), StandardCharsets.UTF_8);
        View view = View.of(title(), new Block.Table(
                        title(),
                        List.of(
                                Block.Column.of(Text.of("logistics.carrier-name")),
                                Block.Column.of(Text.of("logistics.carrier-modes")),
                                Block.Column.of(Text.of("logistics.carrier-contact")),
                                Block.Column.of(Text.of("logistics.carrier-licence")),
                                Block.Column.number(Text.of("logistics.carrier-shipments")),
                                Block.Column.number(Text.of("logistics.carrier-incidents")),
                                Block.Column.of(Text.of("logistics.state"))),
                        found.stream().map(each -> row(each, writes)).toList(),
                        next,
                        Text.of("logistics.no-carriers")))
                .withAbove(Text.of("logistics.carriers-above"));
        return writes
                ? view.withAction(new Cell.Link(Text.of("logistics.register-carrier"), "do/logistics/register-carrier", "plus"))
                : view;
    }

    private List<Cell> row(Carrier carrier, boolean writes) {
        return List.of(
                writes
                        ? Cell.link(Text.plain(carrier.name()), "do/logistics/register-carrier?subject=" + carrier.id())
                        : Cell.plain(carrier.name()),
                new Cell.Many(carrier.modes().stream().map(mode -> Cell.words(Text.of("logistics.mode." + mode))).toList()),
                new Cell.Many(List.of(Cell.plain(carrier.contact()), Cell.plain(carrier.phone()))),
                Cell.plain(carrier.licence()),
                new Cell.Number(BigDecimal.valueOf(shipments.sentBy(carrier.id()))),
                new Cell.Number(BigDecimal.valueOf(incidents.with(carrier.id()))),
                carrier.isActive()
                        ? new Cell.Badge(Tone.GOOD, Text.of("logistics.carrier-may"))
                        : new Cell.Badge(Tone.NEUTRAL, Text.of("logistics.carrier-may-not")));
    }
}
