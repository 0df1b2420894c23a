package dev.kontor.logistics.acceptance;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The customer has accepted the goods, on arrival or finally, and signed and sealed the acceptance report. The only way to
 * "delivered", by the acceptance that the contract names: every item was looked at, nothing is left open, and the signed report
 * itself is filed, scanned or photographed.
 */
@Component
public final class SignReport implements OrderCommand {

    static final DocumentKind REPORT = new DocumentKind("logistics.acceptance");

    private final Shipments shipments;
    private final Acceptances acceptances;
    private final Incidents incidents;

    @Activate
    public SignReport(@Reference Shipments shipments, @Reference Acceptances acceptances, @Reference Incidents incidents) {
        this.shipments = shipments;
        this.acceptances = acceptances;
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return "logistics/sign-report";
    }

    @Override
    public Text title() {
        return Text.of("logistics.sign-report");
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
        return 1;
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return new Form(List.of(new Form.Section(Text.plain(""), Signing.fields())), Text.of("logistics.sign-submit"));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("signed-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Shipment shipment = shipments.about(owed);
        Acceptance acceptance = Duties.acceptance(owed);
        demandAccepted(file, shipment, acceptance);
        LocalDate day = day(file, shipment, acceptance, values);
        Document report = file.file(REPORT, values.upload("report").orElseThrow());
        shipment.accept(acceptance, Signing.signature(values), report, file);
        Delivering.by(acceptance, file, shipments.machines(file, shipment), day);
        file.complete(owed.id(), Outcome.of("accepted"));
        if (acceptance == Acceptance.ARRIVAL && shipment.owed().isPresent()) {
            acceptances.begin(file, shipment, Acceptance.FINAL);
        }
        Coverage.settle(file);
        Text said = Text.of("logistics.accepted." + acceptance.word(), shipment.number(), values.text("signatory"), day);
        file.note("logistics.accepted", said, List.of(
                new Change("signatory", "", values.text("signatory")),
                new Change("authority", "", values.text("authority")),
                new Change("digest", "", report.digest())));
        file.notify(Role.SALES_HEAD, said);
        return Answer.of(said, file.number()).withId(report.id());
    }

    /** Everything looked at against the revision in force, and nothing left open: no objection, no damage, no loss. */
    private void demandAccepted(OrderFile file, Shipment shipment, Acceptance acceptance) {
        List<Item> items = acceptances.items(shipment, acceptance);
        if (items.isEmpty() || !Acceptances.isCurrent(file, items)) {
            throw conflict(Text.of("logistics.checklist-old"));
        }
        long unchecked = items.stream().filter(item -> !item.isChecked()).count();
        if (unchecked > 0) {
            throw conflict(Text.of("logistics.unchecked", unchecked));
        }
        long open = acceptances.objections(shipment, acceptance).stream().filter(each -> !each.isSettled()).count();
        if (open > 0) {
            throw conflict(Text.of("logistics.objections-open", open));
        }
        if (items.stream().anyMatch(Item::isWrong)) {
            throw conflict(Text.of("logistics.wrong-without-objection"));
        }
        incidents.harm(shipment).stream().findFirst().ifPresent(incident -> {
            throw conflict(Text.of("logistics.incident-open", incident.number(), Text.of("logistics.incident." + incident.kind())));
        });
    }

    private static Refused conflict(Text why) {
        return Refused.because(Refused.Reason.CONFLICT, why);
    }

    private static LocalDate day(OrderFile file, Shipment shipment, Acceptance acceptance, Values values) {
        LocalDate day = values.date("signed-on").orElseThrow();
        if (day.isAfter(file.today())) {
            throw Refused.at("signed-on", Text.of("logistics.day-ahead"));
        }
        shipment.journey().arrivedOn().filter(day::isBefore).ifPresent(arrived -> {
            throw Refused.at("signed-on", Text.of("logistics.before-arrived", arrived));
        });
        if (acceptance == Acceptance.FINAL) {
            shipment.signature(Acceptance.ARRIVAL).signedOn().filter(day::isBefore).ifPresent(signed -> {
                throw Refused.at("signed-on", Text.of("logistics.before-arrival-accepted", signed));
            });
        }
        return day;
    }
}
