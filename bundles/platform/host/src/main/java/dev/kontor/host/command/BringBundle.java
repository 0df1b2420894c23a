package dev.kontor.host.command;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Inspection;
import dev.kontor.host.run.JarLook;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** Somebody hands a jar in: a new bundle, or the next version of one that runs. It waits until it is approved. */
final class BringBundle extends BundleCommand {

    private final boolean update;
    private final JarLook look;
    private final Supplier<Documents> documents;

    BringBundle(boolean update, BundleShelf shelf, JarLook look, Supplier<Documents> documents) {
        super(update ? "update" : "install", shelf);
        this.update = update;
        this.look = look;
        this.documents = documents;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.file("file", Text.of("host.field-file")).withHint(Text.of("host.hint-file")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return Values.NONE;
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Upload upload = values.upload("file").orElseThrow();
        byte[] jar = content(upload);
        Inspection inspection = look.at(jar, upload.name());
        if (!inspection.refusals().isEmpty()) {
            throw Refused.at(inspection.refusals().stream().map(why -> new Refused.Gap("file", why)).toList());
        }
        boolean runs = shelf.all().stream().anyMatch(each -> each.name().equals(inspection.name()) && each.state().wanted());
        if (runs != update) {
            throw Refused.at("file", Text.of(update ? "host.nothing-to-update" : "host.runs-already", inspection.name()));
        }
        shelf.find(inspection.digest()).filter(known -> known.state() != State.REFUSED).ifPresent(known -> {
            throw Refused.at("file", Text.of("host.known", known.name(), known.version(), Text.of("host.state." + known.state().word())));
        });
        KeptBundle kept = KeptBundle.arrived(inspection, upload.name(), company.now(), company.actor().id());
        shelf.drop(inspection.digest());
        shelf.add(kept, jar);
        company.note("bundles.arrived", Text.of("host.journal-arrived", kept.name(), kept.version(), kept.shortDigest()),
                List.of(new Change("digest", "", kept.digest())));
        return Answer.of(Text.of("host.arrived", kept.name(), kept.version())).goingTo("bundles/" + kept.digest()).withId(kept.digest());
    }

    private byte[] content(Upload upload) {
        try (InputStream content = documents.get().open(upload)) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
