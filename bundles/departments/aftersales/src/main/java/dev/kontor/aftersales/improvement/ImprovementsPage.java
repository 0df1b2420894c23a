package dev.kontor.aftersales.improvement;

import dev.kontor.aftersales.CustomerFilter;
import dev.kontor.aftersales.service.CasesPage;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is to be done better, and what became of it. */
@Component
public final class ImprovementsPage implements Page {

    private static final int ROWS = 50;

    private final Improvements improvements;
    private final Clock clock;

    @Activate
    public ImprovementsPage(@Reference Improvements improvements, @Reference Clock clock) {
        this.improvements = improvements;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "aftersales/improvements";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.improvements");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("aftersales", "trending-up", 30));
    }

    @Override
    public Set<Role> roles() {
        return CasesPage.READERS;
    }

    @Override
    public View show(Query query) {
        boolean all = query.parameter("state").equals("all");
        String state = all ? "all" : "open";
        String customer = CustomerFilter.id(query.parameter("customer"));
        int rows = query.rows(ROWS);
        List<Improvement> found = improvements.list(!all, customer, query.parameter("after"), rows + 1);
        List<Improvement> shown = found.subList(0, Math.min(rows, found.size()));
        String here = path() + "?state=" + state + (customer.isEmpty() ? "" : "&customer=" + URLEncoder.encode(customer, StandardCharsets.UTF_8));
        return View.of(
                        title(),
                        new Block.Tabs(List.of(
                                new Block.Tab(Text.of("aftersales.state.open"), path(), !all),
                                new Block.Tab(Text.of("aftersales.state.all"), path() + "?state=all", all))),
                        CustomerFilter.of(path(), state, customer),
                        ImprovementTable.of(shown, clock.today(), found.size() > rows ? here + "&after=" + shown.get(rows - 1).id() : ""))
                .refreshedBy("order.changed");
    }
}
