package dev.kontor.kernel.list;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.page.Lists.Kept;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes one of one's own filters. */
@Component(service = CompanyCommand.class)
public final class DropFilter extends OwnLists {

    private final ListBook book;

    @Activate
    public DropFilter(@Reference ListBook book) {
        super("lists/drop", "kernel.lists.drop");
        this.book = book;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.hidden("subject"));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Kept filter = RenameFilter.own(book, company.actor().id(), values.text("subject"));
        book.drop(filter);
        return Answer.of(Text.of("kernel.lists.was-dropped", filter.name())).goingTo(filter.list() + "?" + filter.query());
    }
}
