package dev.kontor.console.web;

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

    private final Tracked<Page> pages;

    @Activate
    public Navigation(BundleContext context, @Reference Browsers browsers, @Reference Wall wall) {
        this.pages = Tracked.behind(wall, context, Page.class, browsers::navigationChanged);
    }

    @Deactivate
    public void close() {
        pages.close();
    }

    /** The page of the longest path that the address begins with. */
    public Optional<Page> at(String address) {
        return pages.get().stream()
                .filter(page -> (address + "/").startsWith(page.path() + "/"))
                .max(Comparator.comparingInt(page -> page.path().length()));
    }

    /** @throws Refused {@code NOT_FOUND} or {@code FORBIDDEN} */
    Page opened(String address, Person person) {
        Page page = at(address)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-page", address)));
        if (!mayOpen(page, person)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("console.not-yours"));
        }
        return page;
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
