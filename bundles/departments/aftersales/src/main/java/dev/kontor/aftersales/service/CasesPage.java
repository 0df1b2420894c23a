package dev.kontor.aftersales.service;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service desk: what is open, what is late, and every case by kind, machine and customer. */
@Component
public final class CasesPage implements Page {

    /** Who may see the cases of every customer; a representative sees those of their own orders there. */
    public static final Set<Role> READERS = Set.of(
            Role.AFTERSALES_ENGINEER, Role.SALES_HEAD, Role.LEADERSHIP, Role.PRODUCTION_INSPECTOR, Role.FINANCE_CLERK, Role.SUPERVISOR,
            Role.AUDITOR);

    private static final List<String> STATES = List.of("open", "late", "all");
    private static final List<String> FIELDS = List.of("state", "kind", "serial", "customer");
    private static final int ROWS = 50;

    private final Cases cases;
    private final ServiceKinds kinds;
    private final CaseView view;
    private final CaseTable table;

    @Activate
    public CasesPage(@Reference Cases cases, @Reference ServiceKinds kinds, @Reference CaseView view, @Reference CaseTable table) {
        this.cases = cases;
        this.kinds = kinds;
        this.view = view;
        this.table = table;
    }

    @Override
    public String path() {
        return "aftersales/cases";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.cases");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("aftersales", "headset", 10));
    }

    @Override
    public Set<Role> roles() {
        return READERS;
    }

    @Override
    public View show(Query query) {
        return query.tail().isEmpty() ? all(query) : view.show(query.tail().get(0), query.reader());
    }

    private View all(Query query) {
        String state = STATES.contains(query.parameter("state")) ? query.parameter("state") : "open";
        Cases.Wanted wanted = new Cases.Wanted(
                !state.equals("all"), state.equals("late"), query.parameter("kind"),
                query.parameter("serial").toUpperCase(Locale.ROOT), query.parameter("customer").toUpperCase(Locale.ROOT));
        int rows = query.rows(ROWS);
        List<ServiceCase> found = cases.list(wanted, query.parameter("after"), table.today(), rows + 1);
        List<ServiceCase> shown = found.subList(0, Math.min(rows, found.size()));
        String next = found.size() > rows ? address(query, "", "after", shown.get(rows - 1).id()) : "";
        View all = View.of(
                title(),
                new Block.Tabs(STATES.stream()
                        .map(each -> new Block.Tab(Text.of("aftersales.state." + each), path() + "?state=" + each, each.equals(state)))
                        .toList()),
                filter(query, state),
                table.of(shown, query.reader(), next));
        return query.reader().holds(Role.AFTERSALES_ENGINEER)
                ? all.withAction(new Cell.Link(Text.of("aftersales.add-kind"), "do/aftersales/add-kind", "plus")).refreshedBy("order.changed")
                : all.refreshedBy("order.changed");
    }

    /** Narrowed within the tab: the state is carried along. */
    private Block filter(Query query, String state) {
        List<Field> fields = List.of(
                Field.choice("kind", Text.of("aftersales.kind"), kinds.options(query.reader())).optional(),
                Field.text("serial", Text.of("aftersales.machine")).optional(),
                Field.text("customer", Text.of("aftersales.customer")).optional().suggesting("customer"));
        Map<String, Object> stand = new HashMap<>(Map.of("state", state));
        List<Block.Chip> chips = new ArrayList<>();
        for (Field field : fields) {
            String value = query.parameter(field.name());
            if (!value.isEmpty()) {
                stand.put(field.name(), value);
                Text said = field.name().equals("kind") ? kinds.name(value, query.reader()) : Text.plain(value);
                chips.add(new Block.Chip(field.label(), said, address(query, field.name(), "", "")));
            }
        }
        return new Block.Filter(path(), fields, new Values(stand), chips, List.of(), "");
    }

    /** The list as it stands, but for one of its fields and with one more. */
    private String address(Query query, String without, String more, String value) {
        Map<String, String> all = new HashMap<>();
        FIELDS.stream().filter(name -> !name.equals(without)).forEach(name -> all.put(name, query.parameter(name)));
        all.put(more, value);
        return Stream.concat(FIELDS.stream(), Stream.of("after"))
                .filter(name -> !all.getOrDefault(name, "").isEmpty())
                .map(name -> name + "=" + URLEncoder.encode(all.get(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path() + "?", ""));
    }
}
