package dev.kontor.logistics.acceptance;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.Signature;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The customer has accepted the goods and signed and sealed the acceptance report. The only way to "delivered":
 * every item was looked at, nothing is left open, and the signed report itself is filed, scanned or photographed.
 */
@Component
public final class SignReport implements OrderCommand {

    static final DocumentKind REPORT = new DocumentKind("logistics.acceptance");

    private final Shipments shipments;
    private final Acceptances acceptances;

    @Activate
    public SignReport(@Reference Shipments shipments, @Reference Acceptances acceptances) {
        this.shipments = shipments;
        this.acceptances = acceptances;
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
        return Form.of(
                Text.of("logistics.sign-submit"),
                Field.file("report", Text.of("logistics.signed-report")).withHint(Text.of("logistics.photo-hint")).withClause("6.2"),
                Field.date("signed-on", Text.of("logistics.signed-on")),
                Field.text("signatory", Text.of("logistics.signatory")),
                Field.text("authority", Text.of("logistics.authority")).withHint(Text.of("logistics.authority-hint")),
                Field.choice("seal", Text.of("logistics.seal"), Stream.of("official", "acceptance", "contract")
                        .map(seal -> new Field.Option(seal, Text.of("logistics.seal." + seal)))
                        .toList()),
                Field.text("original-at", Text.of("logistics.original-at")).withHint(Text.of("logistics.original-hint")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("signed-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Shipment shipment = shipments.about(owed);
        demandAccepted(file, shipment);
        LocalDate day = day(file, shipment, values);
        Document report = file.file(REPORT, values.upload("report").orElseThrow());
        shipment.accept(
                new Signature(day, values.text("signatory"), values.text("authority"), values.text("seal"), values.text("original-at")),
                report,
                file);
        shipments.machines(file, shipment).forEach(machine -> file.reach(machine.serial(), MilestoneName.LOGISTICS_DELIVERED, day));
        file.complete(owed.id(), Outcome.of("accepted"));
        Coverage.settle(file);
        Text said = Text.of("logistics.accepted", shipment.number(), values.text("signatory"), day);
        file.note("logistics.accepted", said, List.of(
                new Change("signatory", "", values.text("signatory")),
                new Change("authority", "", values.text("authority")),
                new Change("digest", "", report.digest())));
        file.notify(Role.SALES_HEAD, said);
        return Answer.of(said, file.number()).withId(report.id());
    }

    /** Everything looked at against the revision in force, and nothing the customer objects to left open. */
    private void demandAccepted(OrderFile file, Shipment shipment) {
        List<Item> items = acceptances.items(shipment);
        List<Objection> objections = acceptances.objections(shipment);
        if (items.isEmpty() || !Acceptances.isCurrent(file, items)) {
            throw conflict(Text.of("logistics.checklist-old"));
        }
        long unchecked = items.stream().filter(item -> !item.isChecked()).count();
        if (unchecked > 0) {
            throw conflict(Text.of("logistics.unchecked", unchecked));
        }
        long open = objections.stream().filter(each -> !each.isSettled()).count();
        if (open > 0) {
            throw conflict(Text.of("logistics.objections-open", open));
        }
        Set<String> settled = objections.stream().map(Objection::item).collect(Collectors.toSet());
        if (items.stream().anyMatch(item -> item.isWrong() && !settled.contains(item.id()))) {
            throw conflict(Text.of("logistics.wrong-without-objection"));
        }
    }

    private static Refused conflict(Text why) {
        return Refused.because(Refused.Reason.CONFLICT, why);
    }

    private static LocalDate day(OrderFile file, Shipment shipment, Values values) {
        LocalDate day = values.date("signed-on").orElseThrow();
        if (day.isAfter(file.today())) {
            throw Refused.at("signed-on", Text.of("logistics.day-ahead"));
        }
        shipment.journey().arrivedOn().filter(day::isBefore).ifPresent(arrived -> {
            throw Refused.at("signed-on", Text.of("logistics.before-arrived", arrived));
        });
        return day;
    }
}
