package dev.kontor.console.live;

import dev.kontor.api.event.Notice;
import dev.kontor.api.event.NoticeConsumer;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.console.Tracked;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Open browsers. Tells each the kinds of notices that concern its person, never their content: the page is fetched again
 * and shows what that person may see.
 */
@Component(service = {Browsers.class, NoticeConsumer.class})
public final class Browsers implements NoticeConsumer {

    private static final int MOST_OF_ONE_PERSON = 20;
    private static final long PING_EVERY_S = 15;
    private static final long CALM_MS = 250;

    private final Set<Browser> open = ConcurrentHashMap.newKeySet();
    private final Tracked<Accounts> accounts;
    private final AtomicBoolean navigation = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Browsers::thread);

    @Activate
    public Browsers(BundleContext context) {
        accounts = Tracked.of(context, Accounts.class);
        clock.scheduleWithFixedDelay(this::ping, PING_EVERY_S, PING_EVERY_S, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        clock.shutdownNow();
        open.forEach(Browser::close);
        accounts.close();
    }

    /** @param async a started response of type {@code text/event-stream} */
    public void welcome(PersonId person, AsyncContext async) throws IOException {
        if (open.stream().filter(browser -> browser.person().equals(person)).count() >= MOST_OF_ONE_PERSON) {
            open.stream().filter(browser -> browser.person().equals(person)).findAny().ifPresent(Browser::close);
        }
        Browser browser = new Browser(person, async, open::remove);
        open.add(browser);
        browser.start();
    }

    /** Pages or their bundles came or went; many at once count once. */
    public void navigationChanged() {
        if (!open.isEmpty() && navigation.compareAndSet(false, true)) {
            clock.schedule(this::tellNavigation, CALM_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void tellNavigation() {
        navigation.set(false);
        open.forEach(browser -> browser.tell("bundles.changed"));
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public void take(List<Notice> notices) {
        Map<PersonId, Optional<Person>> known = new HashMap<>();
        for (Browser browser : open) {
            notices.stream()
                    .filter(notice -> concerns(notice, browser.person(), known))
                    .map(Notice::kind)
                    .distinct()
                    .forEach(browser::tell);
        }
    }

    /** By the roles of now, not of when the browser was opened. */
    private boolean concerns(Notice notice, PersonId person, Map<PersonId, Optional<Person>> known) {
        if (notice.people().contains(person) || notice.roles().isEmpty() && notice.people().isEmpty()) {
            return true;
        }
        return known.computeIfAbsent(person, id -> accounts.first().flatMap(found -> found.person(id)))
                .filter(found -> found.holdsAny(notice.roles()))
                .isPresent();
    }

    private void ping() {
        open.forEach(Browser::ping);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kontor-browsers");
        thread.setDaemon(true);
        return thread;
    }
}
