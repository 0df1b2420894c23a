package dev.kontor.logistics.acceptance;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.evidence.Drawings;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The customer draws the signature on a phone, or it is brought as a picture: only where the contract allows it. It is kept with who,
 * when, and the digest of the report that it is under: the one to which the form led, or it is refused.
 */
@Component
public final class SignOnScreen implements OrderCommand {

    private final Accepting accepting;
    private final Shipments shipments;
    private final Acceptances acceptances;
    private final Drawings drawings;

    @Activate
    public SignOnScreen(
            @Reference Accepting accepting, @Reference Shipments shipments, @Reference Acceptances acceptances, @Reference Drawings drawings) {
        this.accepting = accepting;
        this.shipments = shipments;
        this.acceptances = acceptances;
        this.drawings = drawings;
    }

    @Override
    public String name() {
        return "logistics/sign-report-on-screen";
    }

    @Override
    public Text title() {
        return Text.of("logistics.sign-on-screen");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.ACCEPT);
    }

    @Override
    public int position() {
        return 5;
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.order().filter(Order::allowsDrawnSignature).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Optional<Document> report = report(file, task);
        return Form.of(
                        Text.of("logistics.sign-submit"),
                        Field.hidden("report"),
                        Field.text("signatory", Text.of("logistics.signatory")).withClause("6.2"),
                        Field.text("authority", Text.of("logistics.authority")).withHint(Text.of("logistics.authority-hint")),
                        Field.file("drawing", Text.of("logistics.drawing"))
                                .withHint(Text.of("logistics.drawing-hint", report.map(Document::name).orElse("")))
                                .suggesting("drawing"))
                .reading(report.stream().toList());
    }

    /** The digest of the report that is shown. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return report(file, task).map(each -> new Values(Map.of("report", each.digest()))).orElse(Values.NONE);
    }

    private Optional<Document> report(OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> acceptances.report(file, shipments.about(owed), Duties.acceptance(owed)));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        if (!offered(file, task)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("logistics.drawing-not-allowed"));
        }
        return accepting.accept(file, task.orElseThrow(), (shipment, acceptance) -> evidence(file, shipment, acceptance, values));
    }

    private Evidence evidence(OrderFile file, Shipment shipment, Acceptance acceptance, Values values) {
        Upload drawing = values.upload("drawing").orElseThrow();
        Document report = accepting.report(file, shipment, acceptance);
        if (!report.digest().equals(values.text("report"))) {
            throw Refused.at(List.of(
                    new Refused.Gap("report", Text.of("logistics.report-changed", report.name())),
                    new Refused.Gap("drawing", Text.of("logistics.draw-again"))));
        }
        drawings.demandDrawn(drawing, "drawing");
        Proof proof = new Proof(shipment, acceptance, report, values.text("signatory"), file.now(), "", "", "");
        Signature signature = new Signature(file.today(), values.text("signatory"), values.text("authority"), Proof.DRAWN, "");
        return new Evidence(signature, drawing, "drawing", Optional.of(proof));
    }
}
