package dev.kontor.console.list;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Lists;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws the filter of a list from its fields: what narrows it now can be taken off one by one, or kept under a name. */
public final class Chips {

    /** These arrange a list and do not narrow it. */
    private static final Set<String> ARRANGING = Set.of("sort", "rising");

    private final Address address;
    private final List<Field> fields;

    public Chips(Address address, List<Field> fields) {
        this.address = address;
        this.fields = List.copyOf(fields);
    }

    /** Whether any row may be missing because of it. */
    public boolean narrows() {
        return address.values().keySet().stream().anyMatch(name -> !ARRANGING.contains(name));
    }

    /** @param customer what is said of the field {@code customer}, whose value is a number */
    public Block.Filter filter(Lists lists, Person reader, Text customer) {
        List<Block.Chip> chips = new ArrayList<>();
        for (Field field : fields) {
            if (!address.value(field.name()).isEmpty() && !ARRANGING.contains(field.name())) {
                Text value = field.name().equals("customer") ? customer : shown(field);
                Text name = field.name().equals("words") ? Text.of("console.list.words") : field.label();
                chips.add(new Block.Chip(name, value, address.with(field.name(), "").toString()));
            }
        }
        String query = address.query();
        List<Block.Kept> kept = lists.kept(reader, address.path()).stream()
                .map(each -> new Block.Kept(
                        each.id(), each.name(), each.list() + "?" + each.query(), each.query().equals(query)))
                .toList();
        return new Block.Filter(
                address.path(), fields, new Values(new HashMap<>(address.values())), chips, kept, query);
    }

    private Text shown(Field field) {
        String value = address.value(field.name());
        Optional<Text> option = field.options().stream()
                .filter(each -> each.value().equals(value))
                .map(Field.Option::label)
                .findFirst();
        return option.orElse(Text.plain(value));
    }
}
