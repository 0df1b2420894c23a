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
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.Characteristic;
import dev.kontor.production.quality.book.InspectionPlan;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.Measured;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.book.Treatment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An inspector inspects goods that came (原材料检验), by the plan of the part if there is one: how many of them do not conform follows
 * from that, and nothing is built in before (regulation, clause 5.3; ). What does not conform has a cause and measures, and when
 * it was put right is inspected again.
 */
@Component
public final class InspectReceipt implements OrderCommand {

    private final Quality quality;
    private final QualityBook book;
    private final InspectionPlans plans;
    private final Goods goods;

    /** @param again the nonconformity because of which they were put right; empty when they are inspected for the first time */
    private record Owed(Delivery delivery, Optional<Nonconformity> again) {
        BigDecimal quantity() {
            return again.isPresent() ? delivery.nonconforming() : delivery.received();
        }
    }

    @Activate
    public InspectReceipt(
            @Reference Quality quality, @Reference QualityBook book, @Reference InspectionPlans plans, @Reference Goods goods) {
        this.quality = quality;
        this.book = book;
        this.plans = plans;
        this.goods = goods;
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
        Owed owed = owed(file, task);
        Delivery delivery = owed.delivery();
        Text came = Text.of(owed.again().isPresent() ? "production.quality.put-right-of" : "production.quality.receipt-of",
                delivery.material(), delivery.batch(), ReceiptForm.plain(owed.quantity()), delivery.deliveredOn());
        return ReceiptForm.of(came, characteristics(delivery));
    }

    /** Values that were filled in for another plan than the one in force are refused. */
    @Override
    public long version(OrderView file, Optional<Task> task) {
        return plans.ofPart(owed(file, task).delivery().material()).map(InspectionPlan::stamp).orElse(0L);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Owed owed = owed(file, task);
        Delivery delivery = owed.delivery();
        demandAnother(file, owed);
        String inspected = owed.again().map(book::treatment).map(Treatment::id).orElse(delivery.id());
        List<Measured> found = InspectionForm.measured(inspected, characteristics(delivery), values);
        BigDecimal rejected = ReceiptForm.rejected(owed.quantity(), found, values);
        found.forEach(book::keep);
        file.complete(task.orElseThrow().id(), new Outcome(rejected.signum() == 0 ? "passed" : "rejected", values.text("remarks")));
        Text said = Text.of("production.quality.receipt-inspected", delivery.material(), delivery.batch(), owed.quantity(), rejected);
        file.note("production.inspection", said, List.of());
        owed.again().ifPresentOrElse(
                again -> again(file, again, rejected, values), () -> first(file, delivery, rejected, Inspect.what(found, values.text("defect")), values));
        quality.ask(file);
        return Answer.of(said, file.number()).withId(delivery.id());
    }

    private void first(OrderFile file, Delivery delivery, BigDecimal rejected, String what, Values values) {
        delivery.inspect(rejected, plans.ofPart(delivery.material()).map(InspectionPlan::id).orElse(""),
                values.text("defect"), values.text("remarks"));
        delivery.inspected(file.actor().id().value(), file.now());
        goods.inspected(file, delivery, what);
    }

    private void again(OrderFile file, Nonconformity found, BigDecimal rejected, Values values) {
        book.treatment(found).inspected(rejected, values.text("defect"), file.actor().id().value(), file.now());
        goods.inspectedAgain(file, found, rejected);
    }

    /** Neither who recorded that they came, nor who put them right. */
    private void demandAnother(OrderFile file, Owed owed) {
        String by = file.actor().id().value();
        if (by.equals(owed.delivery().recordedBy())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("production.quality.received-it"));
        }
        owed.again().map(book::treatment).map(Treatment::doneBy).filter(by::equals).ifPresent(same -> {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("production.quality.put-it-right"));
        });
    }

    private List<Characteristic> characteristics(Delivery delivery) {
        return plans.ofPart(delivery.material()).map(plans::characteristics).orElse(List.of());
    }

    private Owed owed(OrderView file, Optional<Task> task) {
        return task.map(Task::subject)
                .flatMap(subject -> first(file, subject).or(() -> again(file, subject)))
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.quality.not-owed")));
    }

    private Optional<Owed> first(OrderView file, String subject) {
        return book.receipts(file.number()).stream()
                .filter(each -> each.isOwed() && each.subject().equals(subject))
                .findFirst()
                .map(delivery -> new Owed(delivery, Optional.empty()));
    }

    private Optional<Owed> again(OrderView file, String subject) {
        return book.open(file.number(), subject)
                .filter(found -> found.isOfGoods() && found.state() == Nonconformity.State.REINSPECTION)
                .map(found -> new Owed(book.receipt(found.receipt()).orElseThrow(), Optional.of(found)));
    }
}
