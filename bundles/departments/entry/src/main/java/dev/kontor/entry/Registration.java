package dev.kontor.entry;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.Contract;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.DraftOrder;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Written;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registers a signed contract (合同登记): from then on its order exists, and is to be entered in time. */
@Component(service = Registration.class)
public final class Registration {

    /** Where an imported contract comes from; both empty for one that a person registers. */
    public record Origin(String source, String row) {
        static final Origin PERSON = new Origin("", "");
    }

    private final Drafts drafts;
    private final WorkingCalendar calendar;

    @Activate
    public Registration(@Reference Drafts drafts, @Reference WorkingCalendar calendar) {
        this.drafts = drafts;
        this.calendar = calendar;
    }

    /** @param typed the draft so far, with contract number and signing date at least, both readable */
    public OrderFile register(
            CompanyFile company, Customer customer, PersonId representative, Map<String, String> typed, Origin origin) {
        Contract contract = new DraftOrder(typed).contract(List.of());
        boolean judged = isJudged(contract.signedOn(), company.today());
        OrderFile file = company.open(contract, customer.id(), representative, judged);
        Draft empty = drafts.begin(file.number(), judged, origin.source(), origin.row());
        Draft draft = begun(empty, customer, typed, company);
        drafts.replace(empty, draft);
        registered(file, contract, empty, draft);
        return file;
    }

    /**
     * Opens the file of a contract that is to be reviewed before it is signed.
     *
     * @param typed the draft so far, with contract number and the planned day of signing at least, both readable
     */
    OrderFile prepare(CompanyFile company, Customer customer, Map<String, String> typed) {
        Contract intended = new DraftOrder(typed).contract(List.of());
        PersonId representative = company.actor().id();
        OrderFile file = company.prepare(intended, customer.id(), representative);
        Draft empty = drafts.begin(file.number(), true, "", "");
        Draft draft = begun(empty, customer, typed, company);
        drafts.replace(empty, draft);
        file.note("entry.prepared", Text.of("entry.prepared", intended.number().written(), intended.signedOn()), empty.changes(draft));
        file.raise(NewTask.of(Entry.DRAFT, Role.SALES_REP).heldBy(representative));
        return file;
    }

    /** The contract of a draft is signed: from here on it is registered like any other. */
    void sign(OrderFile file, Map<String, String> typed) {
        Draft before = drafts.find(file.number()).orElseThrow();
        TreeMap<String, Written> fields = new TreeMap<>(before.fields());
        fields.remove("planned-on");
        typed.forEach((path, value) -> {
            if (!before.text(path).equals(value)) {
                fields.put(path, new Written(value, file.actor().id(), file.now()));
            }
        });
        Draft signed = new Draft(before.order(), before.version(), before.judged(), fields);
        Contract contract = new DraftOrder(signed.plain()).contract(List.of());
        Entry.settle(file, "signed");
        file.register(contract, signed.judged());
        drafts.replace(before, signed);
        registered(file, contract, before, signed);
    }

    /** Files the contract's paper or scan. */
    public void attach(OrderFile file, Upload contract) {
        Draft before = drafts.find(file.number()).orElseThrow();
        drafts.replace(before, before.with(file.file(Entry.CONTRACT, contract)));
    }

    private void registered(OrderFile file, Contract contract, Draft before, Draft draft) {
        file.note("entry.registered", Text.of("entry.registered", contract.number().written(), contract.signedOn()), before.changes(draft));
        setDue(file, contract, file.summary().representative());
    }

    /** Years before the first calendar are marked and never judged; years ahead are provisional. */
    private boolean isJudged(LocalDate signedOn, LocalDate today) {
        return calendar.isKnown(signedOn.getYear()) || signedOn.getYear() >= today.getYear();
    }

    private static Draft begun(Draft empty, Customer customer, Map<String, String> typed, CompanyFile company) {
        TreeMap<String, String> all = new TreeMap<>(typed);
        all.put("customer", customer.id().value());
        all.put("customer-name", customer.name());
        all.putIfAbsent("currency", "CNY");
        all.putIfAbsent("contract-kind", Contract.SALE);
        customer.contacts().stream().findFirst().ifPresent(contact -> {
            putIfAbsent(all, "contact-name", contact.name());
            putIfAbsent(all, "contact-phone", contact.phone());
            putIfAbsent(all, "contact-email", contact.email());
        });
        TreeMap<String, Written> fields = new TreeMap<>();
        all.forEach((path, value) -> fields.put(path, new Written(value, company.actor().id(), company.now())));
        return new Draft(empty.order(), empty.version(), empty.judged(), fields);
    }

    private static void putIfAbsent(Map<String, String> all, String path, String value) {
        if (!value.isBlank()) {
            all.putIfAbsent(path, value);
        }
    }

    private void setDue(OrderFile file, Contract contract, PersonId representative) {
        file.consult(Question.at(Entry.DEADLINES).since(contract.signedOn()));
        Optional<Task> due = file.openTasks(Entry.ENTER).stream().findFirst();
        if (due.isPresent()) {
            file.assign(due.get().id(), representative);
        } else {
            file.raise(NewTask.of(Entry.ENTER, Role.SALES_REP).heldBy(representative));
        }
    }
}
