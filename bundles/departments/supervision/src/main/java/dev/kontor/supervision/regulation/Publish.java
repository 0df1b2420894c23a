package dev.kontor.supervision.regulation;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership publishes a version of the regulation; from then on everybody has to acknowledge it. */
@Component
public final class Publish implements CompanyCommand {

    private static final int MOST_CHANGES = 4_000;

    private static final Set<String> TYPES = Set.of("application/pdf", "text/plain");

    private final RegulationBook book;
    private final Accounts accounts;

    @Activate
    public Publish(@Reference RegulationBook book, @Reference Accounts accounts) {
        this.book = book;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "supervision/publish-regulation";
    }

    @Override
    public Text title() {
        return Text.of("supervision.publish");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LEADERSHIP);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("supervision.publish-submit"),
                Field.text("title", Text.of("supervision.regulation-title")),
                Field.date("effective-on", Text.of("supervision.effective-on")),
                Field.text("interpreter", Text.of("supervision.interpreter")).optional().withHint(Text.of("supervision.interpreter-hint")),
                Field.file("file", Text.of("supervision.regulation-file")).optional().withHint(Text.of("supervision.regulation-file-hint")),
                Field.longText("body", Text.of("supervision.regulation-body")).optional().withHint(Text.of("supervision.regulation-body-hint")),
                Field.longText("changes", Text.of("supervision.regulation-changes"))
                        .optional()
                        .withHint(Text.of("supervision.regulation-changes-hint")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return book.latest()
                .map(last -> new Values(Map.of(
                        "title", last.title(), "interpreter", last.interpreter(), "body", last.file().isPresent() ? "" : last.body())))
                .orElse(Values.NONE);
    }

    @Override
    public long version(String subject) {
        return book.latest().map(RegulationVersion::number).orElse(0);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Optional<RegulationVersion> last = book.latest();
        check(values, last);
        RegulationVersion version = new RegulationVersion(
                last.map(RegulationVersion::number).orElse(0) + 1, values.text("title"), body(values, last), values.upload("file"),
                values.text("changes"), values.date("effective-on").orElseThrow());
        if (last.filter(known -> known.digest().equals(version.digest())).isPresent()) {
            throw Refused.at(values.upload("file").isPresent() ? "file" : "body", Text.of("supervision.regulation-same", version.number() - 1));
        }
        version.interpretedBy(values.text("interpreter"));
        version.publish(company.actor().id(), company.now());
        book.keep(version);
        values.upload("file").ifPresent(file -> company.keep("regulation-" + version.number(), file));
        Text said = Text.of("supervision.published", version.number(), version.effectiveOn());
        accounts.accounts().stream()
                .filter(Accounts.Account::enabled)
                .forEach(each -> company.notify(each.id(), Text.of("supervision.to-acknowledge", version.number())));
        company.note("supervision.published", said, List.of(new Change("digest", "", version.digest())));
        return Answer.of(said).goingTo("supervision/regulation").withId(String.valueOf(version.number()));
    }

    /** The form comes with the text of before; beside a file it would be another version's. */
    private static String body(Values values, Optional<RegulationVersion> last) {
        String typed = values.text("body");
        return values.upload("file").isPresent() && last.filter(known -> known.body().equals(typed)).isPresent() ? "" : typed;
    }

    private static void check(Values values, Optional<RegulationVersion> last) {
        if (values.upload("file").isEmpty() && values.text("body").isBlank()) {
            throw Refused.at("file", Text.of("supervision.regulation-missing"));
        }
        if (values.upload("file").filter(upload -> !TYPES.contains(upload.type())).isPresent()) {
            throw Refused.at("file", Text.of("supervision.regulation-file-hint"));
        }
        LocalDate effective = values.date("effective-on").orElseThrow();
        if (last.filter(known -> effective.isBefore(known.effectiveOn())).isPresent()) {
            throw Refused.at("effective-on", Text.of("supervision.effective-early", last.orElseThrow().effectiveOn()));
        }
        if (values.text("changes").length() > MOST_CHANGES) {
            throw Refused.at("changes", Text.of("supervision.regulation-changes-long", MOST_CHANGES));
        }
    }
}
