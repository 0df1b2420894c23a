package dev.kontor.entry;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.DraftOrder;
import dev.kontor.entry.draft.Drafts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales asks for the review of a complete draft, the first time or after it was changed. */
@Component
public final class OfferCommand implements OrderCommand {

    private final Drafts drafts;

    @Activate
    public OfferCommand(@Reference Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "entry/offer";
    }

    @Override
    public Text title() {
        return Text.of("entry.offer.title");
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
        return Form.of(Text.of("entry.offer.button"));
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return drafts.version(file.number());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Draft draft = drafts.find(file.number()).orElseThrow();
        List<Refused.Gap> gaps = Completeness.gaps(draft.plain());
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        int revision = file.order().map(Order::revision).orElse(0) + 1;
        Order intended = new DraftOrder(draft.plain()).order(file.number(), revision, file.summary().representative(), List.of());
        file.revise(intended);
        file.index("entry", Submission.words(intended));
        file.note("entry.offered", Text.of("entry.offered", revision, intended.total()), List.of());
        file.openTasks(Entry.DRAFT).forEach(owed -> file.complete(owed.id(), Outcome.of("offered")));
        file.reach(MilestoneName.ENTRY_OFFERED);
        return Answer.of(Text.of("entry.offer.done", file.number().value()), file.number());
    }
}
