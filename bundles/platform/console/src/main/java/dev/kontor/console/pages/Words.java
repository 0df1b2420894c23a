package dev.kontor.console.pages;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Block.Column;
import dev.kontor.api.page.Cell;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;

/** The texts that several pages share. */
final class Words {

    private static final java.util.Set<String> UNITS = java.util.Set.of("WD", "days", "months", "points", "count");

    private Words() {}

    static Text of(String key, Object... arguments) {
        return Text.of("console." + key, arguments);
    }

    /** In the place of a part that did not come. */
    static List<Block> missing(Text what) {
        return List.of(new Block.Note(Cell.Tone.BAD, what));
    }

    static Column column(String key) {
        return Column.of(of(key));
    }

    static Column number(String key) {
        return Column.number(of(key));
    }

    static Text role(Role role) {
        return Text.of("role." + role);
    }

    /** What a conclusion is about: a department, a person, or a word of the rule's own. */
    static Text subject(String subject) {
        return Text.of("console.subject-of", subject);
    }

    /** The unit of a parameter in words, where it is one of the usual. */
    static Text unit(String unit) {
        return UNITS.contains(unit) ? of("unit-of." + unit.toLowerCase(java.util.Locale.ROOT)) : Text.plain(unit);
    }

    static Text point(ConsultationPoint point) {
        return Text.of("console.point-of", point.value());
    }

    static Text milestone(MilestoneName name) {
        return Text.of("milestone." + name);
    }

    /** The kind of a task and what it is about, where there are several alike. */
    static Text task(Task task) {
        Text kind = Text.of("task." + task.kind());
        return task.subject().isEmpty()
                ? kind
                : of("task-about", kind, Text.of("console.subject-of", task.subject(), task.kind().value()));
    }

    /** Shown by name. */
    static Text person(PersonId person) {
        return Text.person(person.value());
    }

    static Text person(Optional<PersonId> person) {
        return person.map(Words::person).orElse(Text.plain("–"));
    }

    /** Who has to do it: somebody by name, or anybody in the role. */
    static Text holder(Task task) {
        return task.holder().map(Words::person).orElse(role(task.role()));
    }

    static Cell link(String words, String href) {
        return Cell.link(Text.plain(words), href);
    }
}
