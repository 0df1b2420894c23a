package dev.kontor.logistics.acceptance;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.evidence.ElectronicSignatures;
import dev.kontor.logistics.evidence.ElectronicSignatures.Verified;
import dev.kontor.logistics.evidence.Providers;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Signature;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The customer has signed the printed report with a reliable electronic signature (可靠电子签名) of a provider that the company trusts.
 * Who signed, and when, is read from the signature.
 */
@Component
public final class SignElectronically implements OrderCommand {

    private final Accepting accepting;
    private final Providers providers;
    private final ElectronicSignatures signatures;

    @Activate
    public SignElectronically(@Reference Accepting accepting, @Reference Providers providers, @Reference ElectronicSignatures signatures) {
        this.accepting = accepting;
        this.providers = providers;
        this.signatures = signatures;
    }

    @Override
    public String name() {
        return "logistics/sign-report-electronically";
    }

    @Override
    public Text title() {
        return Text.of("logistics.sign-electronically");
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
        return 4;
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return providers.isAnyTrusted(file.today());
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("logistics.sign-submit"),
                Field.file("signature", Text.of("logistics.signature-file")).withHint(Text.of("logistics.signature-hint")).withClause("6.2"),
                Field.text("authority", Text.of("logistics.authority")).withHint(Text.of("logistics.authority-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        return accepting.accept(file, task.orElseThrow(), (shipment, acceptance) -> evidence(file, shipment, acceptance, values));
    }

    private Evidence evidence(OrderFile file, Shipment shipment, Acceptance acceptance, Values values) {
        Upload paper = values.upload("signature").orElseThrow();
        Document report = accepting.report(file, shipment, acceptance);
        Verified verified = signatures.verify(file, report, paper, "signature");
        Proof proof = new Proof(shipment, acceptance, report, verified.by().signer(), verified.by().at(), verified.provider().id(),
                verified.provider().name(), verified.by().organisation());
        Signature signature = new Signature(verified.on(), verified.by().signer(), values.text("authority"), Proof.ELECTRONIC, "");
        return new Evidence(signature, paper, "signature", Optional.of(proof));
    }
}
