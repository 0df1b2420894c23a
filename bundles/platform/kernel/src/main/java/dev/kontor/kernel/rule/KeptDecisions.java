package dev.kontor.kernel.rule;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.Decision;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The decisions' rows, each the whole decision as canonical JSON. */
@Component(service = KeptDecisions.class)
public final class KeptDecisions {

    private final Rows rows;
    private final Stamps stamps = new Stamps();

    @Activate
    public KeptDecisions(@Reference Rows rows) {
        this.rows = rows;
    }

    public void keep(Decision decision) {
        rows.run("insert into kernel_decision (id, order_number, point, running, content) values (?, ?, ?, ?, ?)",
                decision.id(), decision.order(), decision.point(), stamps.next(), Canonical.text(decision));
    }

    /** Newest first. */
    public List<Decision> of(OrderNumber order) {
        return rows.all("select content from kernel_decision where order_number = ? order by running desc", order).stream()
                .map(row -> Canonical.read(row.text(0), Decision.class))
                .toList();
    }

    /** The latest at each point, newest first. */
    public List<Decision> latest(OrderNumber order) {
        Map<String, String> ids = new LinkedHashMap<>();
        rows.all("select id, point from kernel_decision where order_number = ? order by running desc", order)
                .forEach(row -> ids.putIfAbsent(row.text(1), row.text(0)));
        return ids.values().stream().flatMap(id -> decision(id).stream()).toList();
    }

    public Optional<Decision> decision(String id) {
        return rows.one("select content from kernel_decision where id = ?", id)
                .map(row -> Canonical.read(row.text(0), Decision.class));
    }
}
