package dev.kontor.entry.need;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What departments keep of some needs.
 *
 * @param fields that departments ask
 * @param all by need and field
 */
public record Kept(List<Field> fields, Map<String, Map<String, Object>> all) {

    Values of(String need) {
        return new Values(all.getOrDefault(need, Map.of()));
    }

    /** Labels of what is demanded and not known yet. */
    List<Text> missing(String need) {
        Values known = of(need);
        return fields.stream().filter(field -> field.required() && !known.has(field.name())).map(Field::label).toList();
    }

    List<Change> since(Kept before, String need) {
        return fields.stream()
                .map(field -> new Change(field.name(), written(before.of(need), field), written(of(need), field)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static String written(Values values, Field field) {
        return String.join(", ", typed(values, field));
    }

    private static List<String> typed(Values values, Field field) {
        return field.kind() == Field.Kind.CHOICES
                ? values.choices(field.name())
                : Stream.of(values.text(field.name())).filter(text -> !text.isEmpty()).toList();
    }

    public List<Block.Fact> facts(String need) {
        Values known = of(need);
        return fields.stream()
                .filter(field -> known.has(field.name()))
                .map(field -> new Block.Fact(field.label(), new Cell.Many(typed(known, field).stream().map(value -> shown(field, value)).toList())))
                .toList();
    }

    private static Cell shown(Field field, String value) {
        Optional<Text> option = field.options().stream().filter(each -> each.value().equals(value)).map(Field.Option::label).findFirst();
        return Cell.words(option.orElse(Text.plain(value)));
    }
}
