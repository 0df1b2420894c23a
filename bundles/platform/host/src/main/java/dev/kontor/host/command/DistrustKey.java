package dev.kontor.host.command;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.host.shelf.BundleShelf;
import java.util.List;
import java.util.Map;

/** A key counts no more. What was approved goes on; the next jar of that key is compared anew. */
final class DistrustKey extends BundleCommand {

    DistrustKey(BundleShelf shelf) {
        super("distrust", shelf);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("key", Text.of("host.field-key")), reason());
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("key", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String key = values.text("key");
        if (!shelf.distrust(key)) {
            throw Refused.at("key", Text.of("host.no-such-key", key));
        }
        company.note("bundles.key-distrusted", Text.of("host.journal-distrusted", values.text("reason")), List.of(new Change("key", key, "")));
        return Answer.of(Text.of("host.distrusted")).goingTo("bundles");
    }
}
