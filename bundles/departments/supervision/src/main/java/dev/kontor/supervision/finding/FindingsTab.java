package dev.kontor.supervision.finding;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.events.Events;
import dev.kontor.supervision.treatment.Treatment;
import dev.kontor.supervision.treatment.TreatmentBook;
import dev.kontor.supervision.treatment.TreatmentView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Supervision's part of the order's page: what audits found, what became of it, and violations that are treated. */
@Component
public final class FindingsTab implements OrderTab {

    private final FindingBook book;
    private final TreatmentBook treatments;
    private final Events events;

    @Activate
    public FindingsTab(@Reference FindingBook book, @Reference TreatmentBook treatments, @Reference Events events) {
        this.book = book;
        this.treatments = treatments;
        this.events = events;
    }

    @Override
    public String id() {
        return "supervision-findings";
    }

    @Override
    public Text title() {
        return Text.of("supervision.findings");
    }

    @Override
    public int position() {
        return 100;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Block> blocks = new ArrayList<>();
        List<Finding> found = book.of(file.number());
        if (!found.isEmpty()) {
            blocks.add(FindingView.table(title(), found, file.actor(), Text.plain("")));
        }
        List<Treatment> treated = file.actor().holdsAny(Supervision.READERS) ? treatments.of(file.number()) : List.of();
        if (!treated.isEmpty()) {
            blocks.add(TreatmentView.table(
                    Text.of("supervision.treatments"), treated, "supervision/treatments", "", Text.of("supervision.no-treatments")));
        }
        List<Entry> errors = file.actor().holds(Role.SUPERVISOR) ? events.of(file.number()).lines("entry.error-found") : List.of();
        if (!errors.isEmpty()) {
            blocks.add(FindingView.errors(file.number(), errors));
        }
        return blocks;
    }
}
