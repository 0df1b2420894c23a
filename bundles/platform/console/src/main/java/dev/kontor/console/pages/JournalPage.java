package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company journal, and the proof that no journal was touched. */
@Component(service = Page.class)
public final class JournalPage implements Page {

    private static final int LINES = 100;

    private final Journals journals;

    @Activate
    public JournalPage(@Reference Journals journals) {
        this.journals = journals;
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
        long before = before(query.parameter("before"));
        List<Entry> entries = journals.company(before, LINES, query.reader());
        String next = entries.size() < LINES ? "" : "journal?before=" + entries.get(entries.size() - 1).sequence();
        return View.of(title(), new Block.Timeline(title(), entries.stream().map(TimelineTab::event).toList(), next))
                .withAction(new Cell.Link(Words.of("verify"), "journal/verification", "shield-check"));
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
        return View.of(Words.of("verify"), result, faults);
    }
}
