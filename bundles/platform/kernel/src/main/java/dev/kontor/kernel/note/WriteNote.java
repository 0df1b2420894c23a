package dev.kontor.kernel.note;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leaves a note on the order's timeline; whom it calls is told. A note is a line of the journal: it is never changed. */
@Component
public final class WriteNote implements OrderCommand {

    private static final int MOST = 2_000;
    /** As much as a notification shows. */
    private static final int SHOWN = 120;

    private final Mentions mentions;

    @Activate
    public WriteNote(@Reference Mentions mentions) {
        this.mentions = mentions;
    }

    @Override
    public String name() {
        return "notes/write";
    }

    @Override
    public Text title() {
        return Text.of("kernel.note.write");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    /** Behind the business of the order. */
    @Override
    public int position() {
        return 91;
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("kernel.note.send"),
                Field.longText("words", Text.of("kernel.note.field")).withHint(Text.of("kernel.note.hint")).suggesting("person"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        String words = values.text("words");
        if (words.length() > MOST) {
            throw Refused.at("words", Text.of("form.length", MOST));
        }
        Set<PersonId> called = mentions.in(words, file.number(), "words");
        file.note("order.note", Text.plain(words), List.of());
        String shown = words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
        called.stream()
                .filter(person -> !person.equals(file.actor().id()))
                .forEach(person -> file.notify(person, Text.of("kernel.note.told",
                        Text.of("console.person", file.actor().id().value()), file.number().value(), shown)));
        return Answer.of(Text.of("kernel.note.done", called.size()), file.number())
                .goingTo("orders/" + file.number() + "?tab=timeline");
    }
}
