package dev.kontor.logistics.dispatch;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Preparation;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What must be in hand before goods leave: transport contract, packing list and insurance. */
@Component
public final class PrepareShipment implements OrderCommand {

    static final DocumentKind CONTRACT = new DocumentKind("logistics.transport-contract");

    private final Shipments shipments;

    @Activate
    public PrepareShipment(@Reference Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public String name() {
        return "logistics/prepare-shipment";
    }

    @Override
    public Text title() {
        return Text.of("logistics.prepare-shipment");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.SEND);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("logistics.prepare-submit"),
                Field.text("contract-number", Text.of("logistics.contract-number")).optional().withClause("6.1"),
                Field.file("contract", Text.of("logistics.contract")).optional().withHint(filed(task)),
                Field.yesNo("duties", Text.of("logistics.contract-duties")).optional().withHint(Text.of("logistics.contract-duties-hint")),
                Field.longText("packing", Text.of("logistics.packing")).withHint(Text.of("logistics.packing-hint")).withClause("6.1"),
                Field.yesNo("insured", Text.of("logistics.insured")),
                Field.text("insurance", Text.of("logistics.insurance")).withHint(Text.of("logistics.insurance-hint")));
    }

    private Text filed(Optional<Task> task) {
        boolean there = task.map(shipments::about).filter(each -> !each.preparation().contractDocument().isEmpty()).isPresent();
        return Text.of(there ? "logistics.contract-filed" : "logistics.contract-hint");
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Preparation known = shipments.about(task.orElseThrow()).preparation();
        Map<String, Object> values = new HashMap<>(Map.of(
                "contract-number", known.contractNumber(), "packing", known.packing(), "insurance", known.insurance()));
        if (!known.insured().isEmpty()) {
            values.put("insured", known.insured());
        }
        if (!known.contractDocument().isEmpty()) {
            values.put("duties", "yes");
        }
        return new Values(values);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Shipment shipment = shipments.about(task.orElseThrow());
        values.upload("contract").ifPresent(paper -> sign(file, shipment, paper, values));
        shipment.prepare(values.text("packing"), values.yes("insured"), values.text("insurance"));
        Text said = Text.of("logistics.prepared", shipment.number());
        file.note("logistics.shipment", said, List.of(
                new Change("contract-number", "", shipment.preparation().contractNumber()),
                new Change("insured", "", values.text("insured")),
                new Change("insurance", "", values.text("insurance"))));
        return Answer.of(said, file.number()).withId(shipment.id());
    }

    private static void sign(OrderFile file, Shipment shipment, Upload paper, Values values) {
        if (values.text("contract-number").isEmpty()) {
            throw Refused.at("contract-number", Text.of("logistics.contract-number-missing"));
        }
        if (!values.yes("duties")) {
            throw Refused.at("duties", Text.of("logistics.contract-duties-missing"));
        }
        shipment.sign(values.text("contract-number"), file.file(CONTRACT, paper));
    }
}
