package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.journal.Journals.Wanted;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company journal by kind, person and day, and the proof that no journal was touched. */
@Component(service = Page.class)
public final class JournalPage implements Page {

    private static final int LINES = 100;

    private final Journals journals;
    private final Accounts accounts;

    @Activate
    public JournalPage(@Reference Journals journals, @Reference Accounts accounts) {
        this.journals = journals;
        this.accounts = accounts;
    }

    @Override
    public String path() {
        return "journal";
    }

    @Override
    public Text title() {
        return Words.of("company-journal");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("audit", "book", 70));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.RULE_ADMINISTRATOR);
    }

    @Override
    public View show(Query query) {
        if (query.tail().equals(List.of("verification"))) {
            return verification();
        }
        Wanted wanted = new Wanted(query.parameter("kind"), person(query.parameter("by")), day(query.parameter("day")));
        List<Entry> entries = journals.company(wanted, before(query.parameter("before")), LINES, query.reader());
        String next = entries.size() < LINES ? "" : more(query, entries.get(entries.size() - 1).sequence());
        Block lines = entries.isEmpty()
                ? new Block.Note(Cell.Tone.INFO, Words.of("journal.none"))
                : new Block.Timeline(title(), entries.stream().map(TimelineTab::event).toList(), next);
        return View.of(title(), filter(query), lines)
                .withAction(new Cell.Link(Words.of("verify"), "journal/verification", "shield-check"));
    }

    private Block filter(Query query) {
        List<Field.Option> kinds = journals.kinds(query.reader()).stream()
                .map(kind -> new Field.Option(kind, Text.of("journal." + kind)))
                .toList();
        List<Field.Option> people = accounts.accounts().stream()
                .map(account -> new Field.Option(account.id().value(), Text.plain(account.name())))
                .toList();
        return new Block.Search("journal", Text.plain(""), "", List.of(
                Field.choice("kind", Words.of("kind"), kinds),
                Field.choice("by", Words.of("by"), people),
                Field.date("day", Words.of("day"))));
    }

    private static String more(Query query, long before) {
        StringBuilder address = new StringBuilder("journal?before=" + before);
        for (String name : List.of("kind", "by", "day")) {
            if (!query.parameter(name).isEmpty()) {
                address.append('&').append(name).append('=')
                        .append(URLEncoder.encode(query.parameter(name), StandardCharsets.UTF_8));
            }
        }
        return address.toString();
    }

    /** One that cannot be a name finds nothing; it is no defect of an address that somebody typed. */
    private static Optional<PersonId> person(String words) {
        try {
            return words.isEmpty() ? Optional.empty() : Optional.of(new PersonId(words));
        } catch (IllegalArgumentException noName) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-account", words));
        }
    }

    private static Optional<LocalDate> day(String words) {
        try {
            return words.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(words));
        } catch (DateTimeException noDay) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-day", words));
        }
    }

    private static long before(String words) {
        try {
            return words.isEmpty() ? Long.MAX_VALUE : Long.parseLong(words);
        } catch (NumberFormatException e) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-page", words));
        }
    }

    private View verification() {
        Journals.Verification found = journals.verify();
        boolean whole = found.faults().isEmpty();
        Block result = new Block.Note(
                whole ? Cell.Tone.GOOD : Cell.Tone.BAD,
                Words.of(whole ? "verified" : "not-verified", found.journals(), found.entries(), found.faults().size()));
        Block faults = new Block.Table(
                Words.of("faults"),
                List.of(Words.column("fault")),
                found.faults().stream().map(fault -> List.of(Cell.plain(fault))).toList(),
                "",
                Words.of("faults.none"));
        return View.of(Words.of("verify"), result, faults)
                .withAction(new Cell.Link(title(), "journal", "chevron-left"))
                .withAction(new Cell.Link(Words.of("verify.again"), "journal/verification", "shield-check"));
    }
}
