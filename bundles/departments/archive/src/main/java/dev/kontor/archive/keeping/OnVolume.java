package dev.kontor.archive.keeping;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something people do with a volume, one after the other. The company journal says it. */
public abstract class OnVolume implements CompanyCommand {

    protected final VolumeBook book;
    private final String verb;
    private final Text title;
    private final Set<Role> roles;

    protected OnVolume(String verb, Text title, Set<Role> roles, VolumeBook book) {
        this.verb = verb;
        this.title = title;
        this.roles = Set.copyOf(roles);
        this.book = book;
    }

    /** What is asked for, but the volume. */
    protected abstract List<Field> fields();

    protected abstract Text submit();

    /** Does it, for somebody who may see the volume's order. @return one sentence: what was done */
    protected abstract Text work(CompanyFile company, Volume volume, Values values);

    @Override
    public final String name() {
        return "archive/" + verb;
    }

    @Override
    public final Text title() {
        return title;
    }

    @Override
    public final Set<Role> roles() {
        return roles;
    }

    @Override
    public final Form form(Person person, String subject) {
        List<Field> fields = new ArrayList<>(List.of(Field.hidden("subject")));
        fields.addAll(fields());
        return Form.of(submit(), fields.toArray(Field[]::new));
    }

    @Override
    public final Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public final Answer run(CompanyFile company, Values values) {
        Volume volume = book.volume(values.text("subject"));
        Text said = work(company, volume, values);
        company.note("archive." + verb, said, List.of(new Change("code", "", volume.code())));
        return Answer.of(said).goingTo("archive/volumes/" + volume.id());
    }
}
