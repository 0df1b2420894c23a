package dev.kontor.archive.filing;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Numbers;
import dev.kontor.archive.book.RecordClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archivist opens a class of records or changes the parts of its codes; codes that were given stay. */
@Component
public final class SetClass implements CompanyCommand {

    private final Numbers numbers;

    @Activate
    public SetClass(@Reference Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "archive/set-class";
    }

    @Override
    public Text title() {
        return Text.of("archive.set-class");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ARCHIVIST);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("archive.set-class-submit"),
                Field.text("class", Text.of("archive.class")).withClause("9.2").withHint(Text.of("archive.class-hint")),
                Field.text("name", Text.of("archive.class-name")),
                Field.text("fonds", Text.of("archive.fonds")).withHint(Text.of("archive.fonds-hint")),
                Field.text("office", Text.of("archive.office")).withHint(Text.of("archive.office-hint")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return numbers.find(subject)
                .map(each -> new Values(Map.of("class", each.code(), "name", each.name(), "fonds", each.fonds(), "office", each.office())))
                .orElse(Values.NONE);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        List<Refused.Gap> gaps = Stream.of("class", "fonds", "office")
                .filter(field -> !values.text(field).matches(RecordClass.PART))
                .map(field -> new Refused.Gap(field, Text.of("archive.part-wrong")))
                .toList();
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        Optional<RecordClass> known = numbers.find(values.text("class"));
        List<Change> changes = changes(known, values);
        RecordClass row = known.orElseGet(() -> new RecordClass(values.text("class")));
        row.describe(values.text("name"), values.text("fonds"), values.text("office"));
        if (known.isEmpty()) {
            numbers.keep(row);
        }
        Text said = Text.of("archive.class-set", row.code(), row.name());
        company.note("archive.set-class", said, changes);
        return Answer.of(said).goingTo("archive/arrangement").withId(row.code());
    }

    private static List<Change> changes(Optional<RecordClass> known, Values values) {
        return List.of(
                new Change("name", known.map(RecordClass::name).orElse(""), values.text("name")),
                new Change("fonds", known.map(RecordClass::fonds).orElse(""), values.text("fonds")),
                new Change("office", known.map(RecordClass::office).orElse(""), values.text("office")));
    }
}
