package dev.kontor.archive.filing;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.archive.book.DemandedKind;
import dev.kontor.archive.book.VolumeBook;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archivist demands one more kind of document of every order, or no longer demands one (R-9.1: the list is open). */
@Component
public final class DemandKind implements CompanyCommand {

    static final String NAME = "[a-z][a-z-]*\\.[a-z][a-z-]*";
    private static final int LONGEST = 100;

    private final VolumeBook book;
    private final Accounts accounts;
    private final Texts texts;

    @Activate
    public DemandKind(@Reference VolumeBook book, @Reference Accounts accounts, @Reference Texts texts) {
        this.book = book;
        this.accounts = accounts;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "archive/demand-kind";
    }

    @Override
    public Text title() {
        return Text.of("archive.demand-kind");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ARCHIVIST);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("archive.demand-kind-submit"),
                Field.text("kind", Text.of("archive.kind")).withClause("9.1").withHint(Text.of("archive.kind-hint")),
                Field.text("name-en", Text.of("archive.name-en")).optional().withHint(Text.of("archive.kind-name-hint")),
                Field.text("name-zh", Text.of("archive.name-zh")).optional(),
                Field.choice("role", Text.of("archive.owed-by"), owners()),
                Field.yesNo("supplementary", Text.of("archive.is-supplementary")),
                Field.yesNo("demanded", Text.of("archive.is-demanded")),
                Field.longText("reason", Text.of("archive.reason")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return known(subject)
                .map(kind -> new Values(Map.of(
                        "kind", subject, "name-en", kind.english(), "name-zh", kind.chinese(), "role", kind.role().value(),
                        "supplementary", yes(kind.supplementary()), "demanded", yes(kind.demanded()))))
                .orElse(new Values(Map.of("supplementary", "no", "demanded", "yes")));
    }

    /** Whoever owes something already, and every role that somebody has and that does work. */
    private List<Field.Option> owners() {
        return Stream.concat(
                        book.kinds().stream().map(DemandedKind::role),
                        accounts.accounts().stream().flatMap(account -> account.roles().stream()))
                .filter(role -> !role.isAdministrator() && !role.equals(Role.AUDITOR))
                .distinct()
                .sorted(Comparator.comparing(Role::value))
                .map(role -> new Field.Option(role.value(), Text.of("role." + role)))
                .toList();
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    private Optional<DemandedKind> known(String kind) {
        return kind.matches(NAME) ? book.kind(new DocumentKind(kind)) : Optional.empty();
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String kind = values.text("kind");
        check(kind, values);
        Optional<DemandedKind> before = known(kind);
        DemandedKind row = before.orElseGet(() -> new DemandedKind(new DocumentKind(kind), book.kinds().size() + 1));
        String roleBefore = before.map(each -> each.role().value()).orElse("");
        String demandedBefore = before.map(each -> yes(each.demanded())).orElse("");
        row.demand(new Role(values.text("role")), values.yes("supplementary"), values.yes("demanded"), company.today());
        row.call(values.text("name-en"), values.text("name-zh"));
        if (before.isEmpty()) {
            book.keep(row);
        }
        Text said = row.demanded()
                ? Text.of("archive.kind-demanded", book.name(row.kind()), Text.of("role." + row.role()))
                : Text.of("archive.kind-waived", book.name(row.kind()));
        company.note("archive.demand-kind", said, List.of(
                new Change("role", roleBefore, row.role().value()), new Change("demanded", demandedBefore, yes(row.demanded())),
                new Change("reason", "", values.text("reason"))));
        return Answer.of(said).goingTo("archive/arrangement").withId(kind);
    }

    private void check(String kind, Values values) {
        if (!kind.matches(NAME) || kind.length() > LONGEST || kind.startsWith("archive.")) {
            throw Refused.at("kind", Text.of("archive.kind-wrong"));
        }
        if (owners().stream().noneMatch(owner -> owner.value().equals(values.text("role")))) {
            throw Refused.at("role", Text.of("archive.role-wrong"));
        }
        boolean named = texts.find("document." + kind, Locale.ENGLISH).isPresent() && !values.has("name-en") && !values.has("name-zh");
        List<Refused.Gap> gaps = Stream.of("name-en", "name-zh")
                .filter(field -> !named && !values.has(field))
                .map(field -> new Refused.Gap(field, Text.of("archive.kind-unnamed")))
                .toList();
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }
}
