package dev.kontor.kernel.list;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.page.Lists.Kept;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives one of one's own filters another name. */
@Component(service = CompanyCommand.class)
public final class RenameFilter extends OwnLists {

    private final ListBook book;

    @Activate
    public RenameFilter(@Reference ListBook book) {
        super("lists/rename", "kernel.lists.rename");
        this.book = book;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("name", NAME), Field.hidden("subject"));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("name", own(book, person.id(), subject).name()));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        PersonId person = company.actor().id();
        Kept filter = own(book, person, values.text("subject"));
        book.named(person, filter.list(), values.text("name"))
                .filter(other -> !other.id().equals(filter.id()))
                .ifPresent(other -> {
                    throw Refused.at("name", Text.of("kernel.lists.taken", other.name()));
                });
        book.rename(filter, values.text("name"));
        return Answer.of(Text.of("kernel.lists.was-renamed", values.text("name"))).goingTo(filter.list() + "?" + filter.query());
    }

    /** @throws Refused {@code NOT_FOUND} also when it is somebody else's */
    static Kept own(ListBook book, PersonId person, String id) {
        return book.find(person, id)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.lists.no-filter")));
    }
}
