package dev.kontor.kernel.wall;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.journal.Change;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.desk.PlatformWork;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps strikes, puts into quarantine whoever has too many, and tells the wall who is in it. What is in quarantine at a
 * start is so before the first department is there.
 */
@Component(service = StrikeBook.class, immediate = true)
public final class StrikeBook {

    /** After which another node's quarantine, or a release, is known here at the latest. */
    private static final long EVERY_MS = 2000;

    private final Transactions transactions;
    private final DepartmentWall wall;
    private final StrikeRows rows;
    private final PlatformWork platform;
    private final Worker worker;

    @Activate
    public StrikeBook(
            @Reference Transactions transactions, @Reference DepartmentWall wall, @Reference StrikeRows rows, @Reference PlatformWork platform) {
        this.transactions = transactions;
        this.wall = wall;
        this.rows = rows;
        this.platform = platform;
        look();
        this.worker = new Worker("kontor-strikes", wall.records().bell(), EVERY_MS, this::pass);
    }

    @Deactivate
    public void stop() {
        worker.close();
    }

    private void pass() {
        List<Records.Strike> fresh = wall.records().take();
        try {
            if (!fresh.isEmpty()) {
                platform.onCompany(company -> keep(company, fresh));
            }
        } catch (RuntimeException away) { // the worker's wall logs it and comes again
            wall.records().back(fresh);
            throw away;
        }
        look();
    }

    private void keep(CompanyFile company, List<Records.Strike> fresh) {
        fresh.forEach(rows::add);
        Map<String, Instant> before = rows.quarantined();
        rows.since(wall.records().now().minus(wall.limits().window())).forEach((bundle, strikes) -> {
            if (strikes >= wall.limits().strikes() && !before.containsKey(bundle)) {
                rows.quarantine(bundle, wall.records().now());
                company.note("wall.quarantined", Text.of("kernel.wall-put-in", bundle, strikes, String.join(", ", rows.why(bundle))),
                        List.of(new Change("quarantine", "", bundle)));
            }
        });
    }

    private void look() {
        transactions.read(() -> {
            wall.records().keep(rows.since(wall.records().now().minus(wall.limits().window())));
            wall.quarantined(rows.quarantined());
            return true;
        });
    }
}
