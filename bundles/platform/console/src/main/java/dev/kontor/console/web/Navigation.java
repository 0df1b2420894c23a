package dev.kontor.console.web;

import dev.kontor.api.department.Roster;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Page;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import dev.kontor.console.Tracked;
import dev.kontor.console.live.Browsers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The pages that are registered now, and where each stands in the navigation. */
@Component(service = Navigation.class)
public final class Navigation {

    private static final List<String> GROUPS =
            List.of("work", "sales", "review", "production", "logistics", "finance", "aftersales", "archive", "supervision", "company", "rules", "audit");

    /** @param current whether the reader is there */
    public record Entry(String path, Text title, String icon, boolean current) {}

    public record Group(Text name, List<Entry> entries) {}

    /** So long after it went a page is expected back: its bundle is being brought anew. */
    private static final long AWAY_NS = TimeUnit.SECONDS.toNanos(60);

    private final Tracked<Page> pages;
    /** When a page was last seen here, by its path. */
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Tracked<Roster> roster;

    @Activate
    public Navigation(BundleContext context, @Reference Browsers browsers, @Reference Wall wall) {
        this.roster = Tracked.of(context, Roster.class);
        this.pages = Tracked.behind(wall, context, Page.class, browsers::navigationChanged);
    }

    @Deactivate
    public void close() {
        pages.close();
        roster.close();
    }

    /** The page of the longest path that the address begins with. */
    public Optional<Page> at(String address) {
        List<Page> here = pages.get();
        long now = System.nanoTime();
        here.forEach(page -> seen.put(page.path(), now));
        seen.values().removeIf(last -> now - last > AWAY_NS);
        return here.stream()
                .filter(page -> isBelow(page.path(), address))
                .max(Comparator.comparingInt(page -> page.path().length()));
    }

    /** @throws Refused {@code NOT_FOUND} or {@code FORBIDDEN} */
    Page opened(String address, Person person) {
        Page page = at(address)
                .orElseThrow(() -> nowhere(address));
        if (!mayOpen(page, person)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("console.not-yours"));
        }
        return page;
    }

    private static boolean isBelow(String path, String address) {
        return (address + "/").startsWith(path + "/");
    }

    /** A page that was here just now, or is of a department that does not run, will come back; one that nobody ever had will not. */
    private Refused nowhere(String address) {
        String department = address.split("/", 2)[0];
        boolean absent = roster.get().stream()
                .flatMap(each -> each.members().stream())
                .anyMatch(member -> member.kind().equals("department") && member.name().equals(department) && !member.running());
        if (absent) {
            return Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.department-absent", Text.of("department." + department)));
        }
        return seen.keySet().stream().anyMatch(path -> isBelow(path, address))
                ? Refused.because(Refused.Reason.UNAVAILABLE, Text.of("console.page-away", address))
                : Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-page", address));
    }

    /** The address's parts behind the page's own. */
    static List<String> tail(Page page, String address) {
        String rest = address.substring(Math.min(page.path().length(), address.length()));
        return Arrays.stream(rest.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    public static boolean mayOpen(Page page, Person person) {
        return page.roles().isEmpty() || person.holdsAny(page.roles());
    }

    /** What this person may open, grouped. */
    public List<Group> groups(Person person, String address) {
        Map<String, List<Page>> placed = new TreeMap<>(Comparator.comparingInt(Navigation::rank).thenComparing(g -> g));
        for (Page page : pages.get()) {
            page.place()
                    .filter(place -> mayOpen(page, person))
                    .ifPresent(place -> placed.computeIfAbsent(place.group(), fresh -> new ArrayList<>()).add(page));
        }
        String current = at(address).map(Page::path).orElse("");
        List<Group> groups = new ArrayList<>();
        placed.forEach((group, members) -> groups.add(new Group(
                Text.of("nav." + group),
                members.stream()
                        .sorted(Comparator.comparingInt((Page page) -> page.place().orElseThrow().order())
                                .thenComparing(Page::path))
                        .map(page -> new Entry(
                                page.path(), page.title(), page.place().orElseThrow().icon(), page.path().equals(current)))
                        .toList())));
        return groups;
    }

    private static int rank(String group) {
        return GROUPS.contains(group) ? GROUPS.indexOf(group) : GROUPS.size();
    }
}
