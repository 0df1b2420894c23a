package dev.kontor.kernel.journal;

import dev.kontor.api.journal.Activity;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.store.Transactions;
import dev.kontor.api.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Journals for reading, and the proof that nobody has changed them. */
@Component(service = {Journals.class, Activity.class})
public final class JournalReader implements Journals, Activity {

    private static final int PAGE = 500;

    private final Transactions transactions;
    private final Ledger ledger;
    private final OrderRows orders;
    private final Clock clock;

    @Activate
    public JournalReader(
            @Reference Transactions transactions, @Reference Ledger ledger, @Reference OrderRows orders, @Reference Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public List<Entry> of(OrderNumber order, long before, int limit, Person reader) {
        return transactions.read(() -> orders.seen(order, reader)
                .map(summary -> ledger.before(order.value(), before, limit))
                .orElse(List.of()));
    }

    @Override
    public List<Entry> company(Wanted wanted, long before, int limit, Person reader) {
        return mayReadCompany(reader)
                ? transactions.read(() -> ledger.company(wanted, clock.zone(), before, limit))
                : List.of();
    }

    @Override
    public List<String> kinds(Person reader) {
        return mayReadCompany(reader) ? transactions.read(ledger::companyKinds) : List.of();
    }

    @Override
    public List<OrderNumber> orders(Instant from, Instant until, Person reader) {
        return transactions.read(() -> ledger.written(from, until).stream().filter(order -> orders.seen(order, reader).isPresent()).toList());
    }

    private static boolean mayReadCompany(Person reader) {
        return reader.holds(Role.AUDITOR) || reader.roles().stream().anyMatch(Role::isAdministrator);
    }

    /** Reads journal by journal, so that it holds nothing up. */
    @Override
    public Verification verify() {
        long journals = 0;
        long entries = 0;
        List<String> faults = new ArrayList<>();
        String after = "";
        List<String> names = names(after);
        while (!names.isEmpty()) {
            for (String journal : names) {
                journals++;
                entries += transactions.read(() -> verify(journal, faults));
            }
            after = names.get(names.size() - 1);
            names = names(after);
        }
        return new Verification(journals, entries, faults);
    }

    private List<String> names(String after) {
        return transactions.read(() -> ledger.journals(after, PAGE));
    }

    private long verify(String journal, List<String> faults) {
        String hash = "";
        long sequence = 0;
        List<KeptEntry> page;
        do {
            page = ledger.kept(journal, sequence, PAGE);
            for (KeptEntry entry : page) {
                sequence++;
                if (entry.sequence() != sequence) {
                    faults.add("%s: entry %d is missing.".formatted(journal, sequence));
                    return sequence;
                }
                if (!entry.follows(journal, hash)) {
                    faults.add("%s: entry %d was changed.".formatted(journal, sequence));
                    return sequence;
                }
                hash = entry.hash();
            }
        } while (page.size() == PAGE);
        Ledger.Head head = ledger.head(journal).orElse(new Ledger.Head(0, ""));
        if (head.sequence() != sequence || !head.hash().equals(hash)) {
            faults.add("%s: %d entries are there, %d were written.".formatted(journal, sequence, head.sequence()));
        }
        return sequence;
    }
}
