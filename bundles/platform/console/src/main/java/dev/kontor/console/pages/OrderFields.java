package dev.kontor.console.pages;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Field.Option;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.console.list.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the list of orders can be narrowed and sorted by: stages, departments, roles and people that there are now. */
@Component(service = OrderFields.class)
public final class OrderFields {

    /** In the order in which an address has them. */
    static final List<String> NAMES = List.of(
            "words", "milestone", "department", "role", "customer", "representative", "from", "until", "late", "sort", "rising");

    private final Flow flow;
    private final Worklist worklist;
    private final Accounts accounts;

    @Activate
    public OrderFields(@Reference Flow flow, @Reference Worklist worklist, @Reference Accounts accounts) {
        this.flow = flow;
        this.worklist = worklist;
        this.accounts = accounts;
    }

    List<Field> of(Person reader) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("words", Words.of("orders.search")),
                Field.choice("milestone", Words.of("stage"), options(flow.milestones().stream(), Words::milestone)),
                Field.choice("department", Words.of("list.waits-on-department"),
                        options(flow.departments().stream(), id -> Text.of("department." + id))),
                Field.choice("role", Words.of("list.waits-on-role"),
                        options(worklist.owing().stream().sorted(Comparator.comparing(Role::value)), Words::role)),
                Field.text("customer", Words.of("customer")).suggesting("customer")));
        if (!reader.roles().equals(Set.of(Role.SALES_REP))) {
            fields.add(Field.choice("representative", Words.of("representative"), representatives()));
        }
        fields.addAll(List.of(
                Field.date("from", Words.of("list.signed-from")),
                Field.date("until", Words.of("list.signed-until")),
                Field.choice("late", Words.of("list.late"), List.of(
                        new Option("yes", Words.of("list.late.yes")), new Option("no", Words.of("list.late.no")))),
                Field.choice("sort", Words.of("list.sort"), options(
                        Stream.of(OrderSort.By.values()).map(Asked::written), by -> Words.of("list.sort-of." + by))),
                Field.choice("rising", Words.of("list.direction"), List.of(
                        new Option("yes", Words.of("list.rising")), new Option("no", Words.of("list.falling"))))));
        return fields;
    }

    private List<Option> representatives() {
        return accounts.accounts().stream()
                .filter(account -> account.roles().contains(Role.SALES_REP))
                .sorted(Comparator.comparing(Accounts.Account::name))
                .map(account -> new Option(account.id().value(), Text.plain(account.name())))
                .toList();
    }

    private static <T> List<Option> options(Stream<T> things, java.util.function.Function<T, Text> words) {
        return things.map(thing -> new Option(thing.toString(), words.apply(thing))).toList();
    }
}
