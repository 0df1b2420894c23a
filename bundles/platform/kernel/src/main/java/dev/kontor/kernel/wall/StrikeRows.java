package dev.kontor.kernel.wall;

import dev.kontor.kernel.rows.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Strikes and quarantines in the store, so that they outlive a restart and count on every node. */
@Component(service = StrikeRows.class)
public final class StrikeRows {

    private final Rows rows;

    @Activate
    public StrikeRows(@Reference Rows rows) {
        this.rows = rows;
    }

    void add(Records.Strike strike) {
        rows.run("insert into kernel_strike (id, bundle, struck_at, place, what, reference) values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(), strike.bundle(), strike.failure().at(), strike.failure().call(), strike.failure().what(),
                strike.failure().reference());
    }

    /** How many each bundle has since then. */
    Map<String, Integer> since(Instant from) {
        return rows.all("select bundle from kernel_strike where struck_at > ?", from).stream()
                .collect(Collectors.toMap(row -> row.text(0), row -> 1, Integer::sum));
    }

    Map<String, Instant> quarantined() {
        Map<String, Instant> since = new HashMap<>();
        rows.all("select bundle, since from kernel_quarantine").forEach(row -> since.put(row.text(0), row.instant(1)));
        return since;
    }

    /** The last strike's, for the journal. */
    List<String> why(String bundle) {
        return rows.all("select what, place, reference from kernel_strike where bundle = ? order by struck_at desc fetch first 1 rows only", bundle)
                .stream()
                .flatMap(row -> List.of(row.text(1), row.text(0), row.text(2)).stream())
                .toList();
    }

    void quarantine(String bundle, Instant since) {
        rows.run("insert into kernel_quarantine (bundle, since) values (?, ?)", bundle, since);
    }

    /** @return whether it was in quarantine */
    boolean release(String bundle) {
        rows.run("delete from kernel_strike where bundle = ?", bundle);
        return rows.run("delete from kernel_quarantine where bundle = ?", bundle) == 1;
    }
}
