package dev.kontor.aftersales.visit;

import dev.kontor.aftersales.CustomerFilter;
import dev.kontor.aftersales.service.CasesPage;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom to visit next, and how satisfied customers are, month by month. */
@Component
public final class VisitsPage implements Page {

    private static final int ROWS = 50;
    private static final int MONTHS_SHOWN = 12;

    private final Visits visits;
    private final Clock clock;

    @Activate
    public VisitsPage(@Reference Visits visits, @Reference Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "aftersales/visits";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.visits");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("aftersales", "heart-handshake", 20));
    }

    @Override
    public Set<Role> roles() {
        return CasesPage.READERS;
    }

    @Override
    public View show(Query query) {
        boolean held = query.parameter("state").equals("held");
        String state = held ? "held" : "to-come";
        String customer = CustomerFilter.id(query.parameter("customer"));
        int rows = query.rows(ROWS);
        List<Visit> found = visits.list(held, customer, query.parameter("after"), rows + 1);
        List<Visit> shown = found.subList(0, Math.min(rows, found.size()));
        String here = path() + "?state=" + state + (customer.isEmpty() ? "" : "&customer=" + URLEncoder.encode(customer, StandardCharsets.UTF_8));
        return View.of(
                        title(),
                        new Block.Tabs(List.of(
                                new Block.Tab(Text.of("aftersales.visits-to-come"), path(), !held),
                                new Block.Tab(Text.of("aftersales.visits-held"), path() + "?state=held", held))),
                        CustomerFilter.of(path(), state, customer),
                        VisitTable.of(shown, clock.today(), found.size() > rows ? here + "&after=" + shown.get(rows - 1).id() : ""),
                        satisfaction())
                .refreshedBy("order.changed");
    }

    private Block satisfaction() {
        return new Block.Table(
                Text.of("aftersales.satisfaction"),
                List.of(
                        Block.Column.of(Text.of("aftersales.month")),
                        Block.Column.number(Text.of("aftersales.visits")),
                        Block.Column.number(Text.of("aftersales.equipment")),
                        Block.Column.number(Text.of("aftersales.service"))),
                visits.satisfaction(YearMonth.from(clock.today()).minusMonths(MONTHS_SHOWN - 1L)).stream()
                        .map(each -> List.<Cell>of(
                                Cell.plain(each.month().toString()),
                                new Cell.Number(BigDecimal.valueOf(each.visits())),
                                new Cell.Number(each.equipment()),
                                new Cell.Number(each.service())))
                        .toList(),
                "",
                Text.of("aftersales.no-satisfaction"));
    }
}
