package dev.kontor.logistics.evidence;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.TaskKind;
import dev.kontor.logistics.facts.WorkArose;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipments;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whoever has to decide who signs for a customer owes that to an order of the customer whose acceptance waits. Where none does
 * it is owed to nobody; who may decide is told all the same.
 */
@Component(service = SignerTask.class)
public final class SignerTask {

    public static final TaskKind KIND = new TaskKind("logistics.signer");

    /** What the order's file is handed over for, before the signer's id. */
    public static final String MATTER = "signer-";

    private final Signers signers;
    private final Shipments shipments;
    private final Accounts accounts;

    @Activate
    public SignerTask(@Reference Signers signers, @Reference Shipments shipments, @Reference Accounts accounts) {
        this.signers = signers;
        this.shipments = shipments;
        this.accounts = accounts;
    }

    void proposed(CompanyFile company, CustomerSigner signer, Customer customer) {
        shipments.accepting(customer.name()).ifPresent(shipment -> {
            signer.askedAt(shipment.order());
            company.entrust(shipment.order(), MATTER + signer.id());
        });
    }

    void decided(CompanyFile company, CustomerSigner signer) {
        signer.askedAt().ifPresent(order -> company.entrust(order, MATTER + signer.id()));
    }

    /** It was proposed, or decided since. */
    public void look(OrderFile file, String matter) {
        CustomerSigner signer = signers.find(matter.substring(MATTER.length())).orElseThrow();
        List<String> owed = signers.asked(file.number()).stream().map(CustomerSigner::task).toList();
        file.openTasks(KIND).stream()
                .filter(task -> !owed.contains(task.subject()))
                .forEach(task -> file.complete(task.id(), Outcome.of(signer.state())));
        if (owed.contains(signer.task())) {
            file.consult(Question.at(Duties.WORK, new WorkArose("signer", signer.task(), decider(signer).value())).addingOnly());
        }
    }

    /** Another head of sales than the one who proposed it, else company leadership: who administers security sees no orders. */
    private Role decider(CustomerSigner signer) {
        boolean another = accounts.holders(Role.SALES_HEAD).stream().anyMatch(each -> !each.id().value().equals(signer.proposedBy()));
        return another ? Role.SALES_HEAD : Role.LEADERSHIP;
    }
}
