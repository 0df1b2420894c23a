package dev.kontor.archive.keeping;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
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
import java.util.Optional;
import java.util.Set;

/**
 * Something people do with a volume. Its order's file is locked, so that no two do something with volumes of one order at the
 * same time, and who may not see the order does nothing. The company journal says it.
 */
public abstract class VolumeCommand implements CompanyCommand {

    /** Who reads the archive. */
    public static final Set<Role> READERS = Set.of(
            Role.ARCHIVIST, Role.LEADERSHIP, Role.SUPERVISOR, Role.FINANCE_CLERK, Role.FINANCE_REVIEWER, Role.SALES_HEAD,
            Role.SALES_REP, Role.LEGAL_REVIEWER, Role.AFTERSALES_ENGINEER, Role.PRODUCTION_INSPECTOR);

    protected final VolumeBook book;
    private final String verb;
    private final Text title;
    private final Set<Role> roles;

    protected VolumeCommand(String verb, Text title, Set<Role> roles, VolumeBook book) {
        this.verb = verb;
        this.title = title;
        this.roles = Set.copyOf(roles);
        this.book = book;
    }

    /** What is asked for, but the volume. */
    protected abstract List<Field> fields();

    /** What is asked for of this volume; empty when there is none such. */
    protected List<Field> fields(Optional<Volume> volume) {
        return fields();
    }

    protected abstract Text submit();

    /** Does it. @return one sentence: what was done */
    protected abstract Text work(CompanyFile company, OrderFile file, Volume volume, Values values);

    /** What takes long, done before the order's file is locked. @return the values, with what came of it */
    protected Values prepared(CompanyFile company, Volume volume, Values values) {
        return values;
    }

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
        fields.addAll(fields(book.find(subject)));
        return Form.of(submit(), fields.toArray(Field[]::new));
    }

    @Override
    public final Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public final Answer run(CompanyFile company, Values values) {
        Volume volume = book.volume(values.text("subject"));
        Values ready = prepared(company, volume, values);
        Text said = work(company, company.order(volume.order()), volume, ready);
        company.note("archive." + verb, said, List.of(new Change("code", "", volume.code())));
        return Answer.of(said).goingTo("archive/volumes/" + volume.id());
    }
}
