package dev.kontor.supervision.finding;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Supervision's part of the order's page: what audits found, and what became of it. */
@Component
public final class FindingsTab implements OrderTab {

    private final FindingBook book;

    @Activate
    public FindingsTab(@Reference FindingBook book) {
        this.book = book;
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
        List<Finding> found = book.of(file.number());
        return found.isEmpty() ? List.of() : List.of(FindingView.table(title(), found, file.actor(), Text.plain("")));
    }
}
