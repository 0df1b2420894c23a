package dev.kontor.entry;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Paths;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The contract of a draft is signed and registered, whatever its review came to: the regulation has no gate
 * before signing. Number, day and file are typed and filed anew from what was signed, so that nothing is taken for granted.
 */
@Component
public final class SignCommand implements OrderCommand {

    private final Registration registration;
    private final Drafts drafts;
    private final Clock clock;

    @Activate
    public SignCommand(@Reference Registration registration, @Reference Drafts drafts, @Reference Clock clock) {
        this.registration = registration;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "entry/sign";
    }

    @Override
    public Text title() {
        return Text.of("entry.sign.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return Entry.isDraft(file) && drafts.find(file.number()).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("entry.sign.button"),
                RegistrationForm.number(),
                RegistrationForm.customerNumber(),
                RegistrationForm.signedOn(),
                Field.file("contract-file", Text.of("entry.field.contract-file")).withHint(Text.of("entry.hint.signed-file")),
                Field.file("signed-copy", Text.of("entry.field.signed-copy")).optional().withHint(Text.of("entry.hint.signed-copy")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        SortedMap<String, String> known = drafts.find(file.number()).map(Draft::plain).orElseThrow();
        known.keySet().retainAll(Set.of("contract-number", "customer-number"));
        return Paths.values(known);
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return drafts.version(file.number());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        RegistrationForm.check(values);
        LocalDate prepared = file.summary().registeredAt().atZone(clock.zone()).toLocalDate();
        LocalDate signed = values.date("signed-on").orElseThrow();
        if (signed.isAfter(file.today())) {
            throw Refused.at("signed-on", Text.of("entry.gap.signed-ahead"));
        }
        if (signed.isBefore(prepared)) {
            throw Refused.at("signed-on", Text.of("entry.gap.signed-before-draft", prepared));
        }
        Upload contract = values.upload("contract-file").orElseThrow();
        registration.sign(file, Paths.flat(values));
        registration.attach(file, contract);
        values.upload("signed-copy").ifPresent(copy -> file.file(Entry.SIGNED_COPY, copy));
        return Answer.of(Text.of("entry.register.done", values.text("contract-number"), file.number().value()), file.number());
    }
}
