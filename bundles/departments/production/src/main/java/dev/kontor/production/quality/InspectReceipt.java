package dev.kontor.production.quality;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.Purchasing;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.Characteristic;
import dev.kontor.production.quality.book.InspectionPlan;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.Measured;
import dev.kontor.production.quality.book.QualityBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An inspector inspects goods that came (原材料检验), by the plan of the part if there is one: how much of them is sent back follows
 * from that, and nothing is built in before (regulation, clause 5.3; ).
 */
@Component
public final class InspectReceipt implements OrderCommand {

    private final Quality quality;
    private final QualityBook book;
    private final InspectionPlans plans;
    private final Purchasing purchasing;

    @Activate
    public InspectReceipt(
            @Reference Quality quality, @Reference QualityBook book, @Reference InspectionPlans plans, @Reference Purchasing purchasing) {
        this.quality = quality;
        this.book = book;
        this.plans = plans;
        this.purchasing = purchasing;
    }

    @Override
    public String name() {
        return "production/inspect-receipt";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.inspect-receipt");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Quality.RECEIPT);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Delivery delivery = owed(file, task);
        return ReceiptForm.of(delivery, characteristics(delivery));
    }

    /** Values that were filled in for another plan than the one in force are refused. */
    @Override
    public long version(OrderView file, Optional<Task> task) {
        return plans.ofPart(owed(file, task).material()).map(InspectionPlan::stamp).orElse(0L);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Delivery delivery = owed(file, task);
        String by = file.actor().id().value();
        if (by.equals(delivery.recordedBy())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("production.quality.received-it"));
        }
        List<Measured> found = InspectionForm.measured(delivery.id(), characteristics(delivery), values);
        BigDecimal rejected = ReceiptForm.rejected(delivery, found, values);
        delivery.inspect(rejected, plans.ofPart(delivery.material()).map(InspectionPlan::id).orElse(""),
                values.text("defect"), values.text("remarks"));
        delivery.inspected(by, file.now());
        found.forEach(book::keep);
        file.complete(task.orElseThrow().id(), new Outcome(rejected.signum() == 0 ? "passed" : "rejected", values.text("remarks")));
        Text said = Text.of("production.quality.receipt-inspected", delivery.material(), delivery.batch(), delivery.received(), rejected);
        file.note("production.inspection", said, List.of());
        if (rejected.signum() > 0) {
            file.notify(Role.PRODUCTION_PLANNER, said);
            file.notify(Role.PRODUCTION_PURCHASER, said);
        }
        purchasing.inspected(file, delivery);
        quality.ask(file);
        return Answer.of(said, file.number()).withId(delivery.id());
    }

    private List<Characteristic> characteristics(Delivery delivery) {
        return plans.ofPart(delivery.material()).map(plans::characteristics).orElse(List.of());
    }

    private Delivery owed(OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> book.receipts(file.number()).stream()
                        .filter(each -> each.isOwed() && each.subject().equals(owed.subject()))
                        .findFirst())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.quality.not-owed")));
    }
}
