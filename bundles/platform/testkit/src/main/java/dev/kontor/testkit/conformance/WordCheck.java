package dev.kontor.testkit.conformance;

import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.department.Department;
import dev.kontor.api.need.NeedPart;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.page.Page;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** Words for what the platform shows of a bundle by itself: names of departments, roles, tasks, milestones, titles. */
public final class WordCheck {

    private static final Set<String> SHARED =
            Set.of("department", "role", "task", "milestone", "document", "indicator", "journal", "nav", "fact", "term", "acceptance");
    /** Of the navigation, with words of the platform's own. */
    private static final Set<String> GROUPS = Set.of("work", "sales", "review", "production", "finance", "company", "rules", "audit");

    private WordCheck() {}

    public static List<String> problems(List<?> services, Properties words) {
        String id = id(services);
        Stream<String> missing = services.stream()
                .flatMap(service -> keys(service, id))
                .distinct()
                .filter(key -> !words.containsKey(key))
                .map("The bundle has no words for %s."::formatted);
        Stream<String> foreign = words.stringPropertyNames().stream()
                .sorted()
                .filter(key -> !key.startsWith(id + ".") && !SHARED.contains(key.split("\\.")[0]))
                .map(key -> "The key %s must begin with %s, or it could take another bundle's place.".formatted(key, id));
        return Stream.concat(missing, foreign).toList();
    }

    /** Of the department among the services; empty if there is none. */
    static String id(List<?> services) {
        return services.stream().filter(Department.class::isInstance).map(each -> ((Department) each).id().value()).findFirst().orElse("");
    }

    private static Stream<String> keys(Object service, String id) {
        Stream.Builder<String> keys = Stream.builder();
        if (service instanceof Department department) {
            keys.add("department." + id);
            department.reaches().forEach(milestone -> keys.add("milestone." + milestone));
        }
        if (service instanceof Page page) {
            title(page.title(), keys);
            roles(page.roles(), id, keys);
            page.place().map(Page.Place::group).filter(group -> !GROUPS.contains(group)).ifPresent(group -> keys.add("nav." + group));
        }
        if (service instanceof OrderTab tab) {
            title(tab.title(), keys);
            roles(tab.roles(), id, keys);
        }
        if (service instanceof OrderCommand command) {
            title(command.title(), keys);
            roles(command.roles(), id, keys);
            command.task().ifPresent(kind -> keys.add("task." + kind));
        }
        if (service instanceof CompanyCommand command) {
            title(command.title(), keys);
            roles(command.roles(), id, keys);
        }
        if (service instanceof Indicator indicator) {
            keys.add("indicator." + indicator.name());
        }
        if (service instanceof NeedPart part) {
            part.fields().forEach(field -> title(field.label(), keys));
        }
        return keys.build();
    }

    private static void title(Text title, Stream.Builder<String> keys) {
        if (!title.isPlain()) {
            keys.add(title.key());
        }
    }

    private static void roles(Set<Role> roles, String id, Stream.Builder<String> keys) {
        roles.stream().map(Role::value).filter(role -> role.startsWith(id + ".")).forEach(role -> keys.add("role." + role));
    }
}
