package dev.kontor.logistics.acceptance;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.Signature;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The only way to "delivered", whatever the evidence: every item was looked at, nothing is left open, the customer has signed
 * the report of the acceptance that the contract names, and what proves it is filed.
 */
@Component(service = Accepting.class)
public final class Accepting {

    public static final DocumentKind REPORT = new DocumentKind("logistics.acceptance");

    private final Shipments shipments;
    private final Acceptances acceptances;
    private final Incidents incidents;

    @Activate
    public Accepting(@Reference Shipments shipments, @Reference Acceptances acceptances, @Reference Incidents incidents) {
        this.shipments = shipments;
        this.acceptances = acceptances;
        this.incidents = incidents;
    }

    /** Reads the evidence out of what a person has handed in, and refuses what proves nothing. */
    @FunctionalInterface
    interface Reading {
        Evidence of(Shipment shipment, Acceptance acceptance);
    }

    /** The report as it is to be signed now. */
    Document report(OrderFile file, Shipment shipment, Acceptance acceptance) {
        return acceptances.report(file, shipment, acceptance).orElseThrow();
    }

    Answer accept(OrderFile file, Task owed, Reading reading) {
        Shipment shipment = shipments.about(owed);
        Acceptance acceptance = Duties.acceptance(owed);
        demandAccepted(file, shipment, acceptance);
        Evidence evidence = reading.of(shipment, acceptance);
        Signature signature = evidence.signature();
        LocalDate day = signature.signedOn().orElseThrow();
        demandPossible(file, shipment, acceptance, day, evidence.field());
        Document paper = file.file(REPORT, evidence.paper());
        shipment.accept(acceptance, signature, paper, file);
        evidence.proof().ifPresent(acceptances::keep);
        Delivering.by(acceptance, file, shipments.machines(file, shipment), day);
        file.complete(owed.id(), Outcome.of("accepted"));
        if (acceptance == Acceptance.ARRIVAL && shipment.owed().isPresent()) {
            acceptances.begin(file, shipment, Acceptance.FINAL);
        }
        Coverage.settle(file);
        Text said = Text.of("logistics.accepted." + acceptance.word(), shipment.number(), signature.signatory(), day);
        note(file, said, evidence, paper);
        return Answer.of(said, file.number()).withId(paper.id());
    }

    private static void note(OrderFile file, Text said, Evidence evidence, Document paper) {
        Signature signature = evidence.signature();
        file.note("logistics.accepted", said, List.of(
                new Change("signatory", "", signature.signatory()),
                new Change("authority", "", signature.authority()),
                new Change("seal", "", signature.seal()),
                new Change("digest", "", paper.digest()),
                new Change("report", "", evidence.proof().map(Proof::digest).orElse(""))));
        file.notify(Role.SALES_HEAD, said);
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

    private static void demandPossible(OrderFile file, Shipment shipment, Acceptance acceptance, LocalDate day, String field) {
        if (day.isAfter(file.today())) {
            throw Refused.at(field, Text.of("logistics.day-ahead"));
        }
        shipment.journey().arrivedOn().filter(day::isBefore).ifPresent(arrived -> {
            throw Refused.at(field, Text.of("logistics.before-arrived", arrived));
        });
        if (acceptance == Acceptance.FINAL) {
            shipment.signature(Acceptance.ARRIVAL).signedOn().filter(day::isBefore).ifPresent(signed -> {
                throw Refused.at(field, Text.of("logistics.before-arrival-accepted", signed));
            });
        }
    }
}
