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
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.DemandedKind;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archivist demands one more kind of document of every order, or no longer demands one (R-9.1: the list is open). */
@Component
public final class DemandKind implements CompanyCommand {

    private static final String NAME = "[a-z][a-z-]*\\.[a-z][a-z-]*";

    private final VolumeBook book;

    @Activate
    public DemandKind(@Reference VolumeBook book) {
        this.book = book;
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
                Field.text("role", Text.of("archive.owed-by")).withHint(Text.of("archive.owed-by-hint")),
                Field.yesNo("supplementary", Text.of("archive.is-supplementary")),
                Field.yesNo("demanded", Text.of("archive.is-demanded")),
                Field.longText("reason", Text.of("archive.reason")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return known(subject)
                .map(kind -> new Values(Map.of(
                        "kind", subject, "role", kind.role().value(), "supplementary", yes(kind.supplementary()),
                        "demanded", yes(kind.demanded()))))
                .orElse(new Values(Map.of("supplementary", "no", "demanded", "yes")));
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
        if (!kind.matches(NAME) || kind.startsWith("archive.")) {
            throw Refused.at("kind", Text.of("archive.kind-wrong"));
        }
        if (!values.text("role").matches(NAME)) {
            throw Refused.at("role", Text.of("archive.role-wrong"));
        }
        Optional<DemandedKind> before = known(kind);
        DemandedKind row = before.orElseGet(() -> new DemandedKind(new DocumentKind(kind), book.kinds().size() + 1));
        String demandedBefore = before.map(each -> yes(each.demanded())).orElse("");
        row.demand(new Role(values.text("role")), values.yes("supplementary"), values.yes("demanded"));
        if (before.isEmpty()) {
            book.keep(row);
        }
        Text said = row.demanded()
                ? Text.of("archive.kind-demanded", Text.of("document." + kind), Text.of("role." + row.role()))
                : Text.of("archive.kind-waived", Text.of("document." + kind));
        company.note("archive.demand-kind", said, List.of(
                new Change("demanded", demandedBefore, yes(row.demanded())), new Change("reason", "", values.text("reason"))));
        return Answer.of(said).goingTo("archive/arrangement").withId(kind);
    }
}
