package dev.kontor.demo;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.document.Documents;
import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the demo company once the platform is ready, in a thread of its own, and once for ever. The first day is kept in the
 * data folder: a platform that was stopped in the middle types the same again and goes on where it was.
 */
@Component(immediate = true, service = DemoCompany.class)
public final class DemoCompany {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);
    private static final Set<String> CHECKS = Set.of("store", "rules", "roster");
    private static final List<String> COMMANDS = List.of("customers/save", "models/save", "finance/set-credit-limit",
            "finance/confirm-credit-limit", "rules/upload", "entry/register", "entry/prepare", "entry/offer", "entry/submit", "review/pass-preliminary", "review/opine",
            "production/set-work-centre", "production/set-inspection-plan", "production/make-plan", "production/inspect",
            "logistics/register-carrier", "logistics/plan-shipment", "logistics/sign-report", "finance/record-receipt",
            "finance/confirm-settlement", "archive/file");

    private final BundleContext bundles;
    private final Desk desk;
    private final Accounts accounts;
    private final Documents documents;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ReadyCheck> checks;

    private volatile boolean stopped;
    private final Thread player = new Thread(this::run, "kontor-demo");

    @Activate
    public DemoCompany(
            BundleContext bundles, @Reference Desk desk, @Reference Accounts accounts, @Reference Documents documents,
            @Reference Clock clock) {
        this.bundles = bundles;
        this.desk = desk;
        this.accounts = accounts;
        this.documents = documents;
        this.clock = clock;
    }

    @Activate
    void start() {
        if (Boolean.parseBoolean(bundles.getProperty("kontor.demo"))) {
            player.setDaemon(true);
            player.start();
        }
    }

    @Deactivate
    void stop() {
        stopped = true;
    }

    private void run() {
        try {
            while (!isReady()) {
                if (stopped) {
                    return;
                }
                Thread.sleep(200);
            }
            Path played = Path.of(bundles.getProperty("data.dir"), "demo.played");
            if (Files.exists(played)) {
                return;
            }
            LocalDate day = day();
            Staff staff = new Staff(desk, accounts, day, () -> stopped);
            new Scenes(staff, documents, day).play();
            Files.writeString(played, day.toString());
            LOG.info("The demo company is at work, first day {}", day);
        } catch (InterruptedException stopping) {
            LOG.info("The demo company goes on at the next start");
        } catch (IOException | RuntimeException failed) {
            LOG.error("The demo company could not be set up to its end", failed);
        }
    }

    private boolean isReady() {
        Set<String> fine = checks.stream().filter(check -> check.missing().isEmpty()).map(ReadyCheck::name).collect(Collectors.toSet());
        Set<String> known = desk.commands().stream().map(Desk.Known::command).collect(Collectors.toSet());
        return fine.containsAll(CHECKS) && known.containsAll(COMMANDS) && accounts.demo();
    }

    private LocalDate day() throws IOException {
        Path file = Path.of(bundles.getProperty("data.dir"), "demo.day");
        if (!Files.exists(file)) {
            Files.writeString(file, clock.today().toString());
        }
        return LocalDate.parse(Files.readString(file).strip());
    }
}
