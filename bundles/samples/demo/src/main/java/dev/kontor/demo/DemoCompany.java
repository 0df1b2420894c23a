package dev.kontor.demo;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.document.Documents;
import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Page;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
 * Plays the past of the demo company once the platform is ready, in a thread of its own, and once for ever: two quarters, day by
 * day on its simulated clock, up to today. The first day is kept in the data folder: a platform that was stopped in the middle
 * types what was typed on that day again and goes on where it was.
 */
@Component(immediate = true, service = DemoCompany.class)
public final class DemoCompany {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);
    private static final Set<String> CHECKS = Set.of("store", "rules", "roster");
    private static final List<String> COMMANDS = List.of("customers/save", "models/save", "finance/set-credit-limit",
            "finance/confirm-credit-limit", "rules/upload", "entry/register", "entry/prepare", "entry/offer", "entry/submit", "review/pass-preliminary", "review/opine",
            "production/set-work-centre", "production/set-inspection-plan", "production/make-plan", "production/inspect",
            "production/record-supplier", "production/approve-supplier", "production/take-in", "production/inspect-receipt", "production/confirm-budget",
            "logistics/register-carrier", "logistics/plan-shipment", "logistics/sign-report", "finance/record-receipt",
            "finance/confirm-settlement", "finance/print-statement", "archive/file", "aftersales/open-case", "aftersales/record-visit", "supervision/begin",
            "supervision/be-heard", "supervision/decide-appeal", "time/forward");

    private final BundleContext bundles;
    private final Desk desk;
    private final Accounts accounts;
    private final Documents documents;
    private final Clock clock;
    private final WorkingCalendar calendar;
    private final Orders orders;
    private final Worklist worklist;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Page> pages;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ReadyCheck> checks;

    private volatile boolean stopped;
    private final Thread player = new Thread(this::run, "kontor-demo");

    @Activate
    public DemoCompany(
            BundleContext bundles, @Reference Desk desk, @Reference Accounts accounts, @Reference Documents documents,
            @Reference Clock clock, @Reference WorkingCalendar calendar, @Reference Orders orders, @Reference Worklist worklist) {
        this.bundles = bundles;
        this.desk = desk;
        this.accounts = accounts;
        this.documents = documents;
        this.clock = clock;
        this.calendar = calendar;
        this.orders = orders;
        this.worklist = worklist;
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
            play(day, Math.toIntExact(Duration.parse(bundles.getProperty("kontor.demo.past")).toDays()));
            Files.writeString(played, day.toString());
            LOG.info("The demo company is at work, first day {}", day);
        } catch (InterruptedException stopping) {
            LOG.info("The demo company goes on at the next start");
        } catch (IOException | RuntimeException failed) {
            LOG.error("The demo company could not be set up to its end", failed);
        }
    }

    /** @param length of its past in days */
    private void play(LocalDate first, int length) throws InterruptedException {
        Staff staff = new Staff(desk, accounts, clock, () -> stopped);
        Screens screens = new Screens(desk, staff, () -> pages);
        Agenda agenda = new Agenda(calendar, first, first.plusDays(length));
        Deals deals = new Deals(agenda, staff, documents, orders);
        new Oversight(agenda, staff, screens).write(length);
        new Scenes(agenda, staff, deals, new Chores(staff, deals, worklist)).write(length);
        agenda.play(new Days(staff, screens, clock));
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
