package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.Requisition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody requests material that the plan does not name (采购申请, R-5.7); what it names is requested with its release. */
@Component
public final class RequestMaterials implements OrderCommand {

    private final Purchasing purchasing;
    private final PurchaseBook book;

    @Activate
    public RequestMaterials(@Reference Purchasing purchasing, @Reference PurchaseBook book) {
        this.purchasing = purchasing;
        this.book = book;
    }

    @Override
    public String name() {
        return "production/request-materials";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.request");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER, Role.PRODUCTION_PURCHASER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.purchase.request-submit"),
                Field.group("materials", Text.of("production.purchase.materials"), List.of(
                                Field.text("name", Text.of("production.purchase.material")),
                                Field.text("specification", Text.of("production.purchase.specification")).optional(),
                                Field.number("quantity", Text.of("production.purchase.quantity")),
                                Field.text("unit", Text.of("production.purchase.unit")),
                                Field.date("needed-on", Text.of("production.purchase.needed-on"))))
                        .withClause("5.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        List<Values> rows = values.rows("materials");
        List<Refused.Gap> gaps = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            if (!Quantity.isOne(rows.get(place).number("quantity").orElseThrow())) {
                gaps.add(new Refused.Gap("materials[%d].quantity".formatted(place), Text.of("production.purchase.quantity-wrong")));
            }
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        int slip = book.nextSlip(file.number());
        rows.forEach(row -> book.keep(new Requisition(file.number(), slip, "", file.actor().id().value(), file.now()).of(
                row.text("name"), row.text("specification"), row.number("quantity").orElseThrow(), row.text("unit"),
                row.date("needed-on").orElseThrow())));
        Text said = Text.of("production.purchase.requested", "R" + slip, rows.size());
        file.note("production.purchase", said, List.of());
        purchasing.ask(file);
        return Answer.of(said, file.number()).withId("R" + slip);
    }
}
