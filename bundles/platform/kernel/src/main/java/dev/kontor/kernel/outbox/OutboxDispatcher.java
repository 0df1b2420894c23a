package dev.kontor.kernel.outbox;

import dev.kontor.api.event.Notice;
import dev.kontor.api.event.NoticeConsumer;
import dev.kontor.api.wall.Wall;
import dev.kontor.kernel.desk.Registry;
import dev.kontor.kernel.rows.Stamps;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands notices to whoever wants to know, in their order and at least once. A consumer that fails is passed over until
 * the next time, so that it gets nothing out of order; one that is away is waited for, for a week.
 */
@Component(service = OutboxDispatcher.class, immediate = true)
public final class OutboxDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);
    private static final int PAGE = 200;
    private static final long EVERY_MS = 2000;
    /** As the store has room for; a longer name is heard by nobody. */
    private static final int LONGEST_NAME = 100;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Transactions transactions;
    private final Outbox outbox;
    private final BundleContext context;
    private final Registry<NoticeConsumer> consumers;
    private final Worker worker;

    @Activate
    public OutboxDispatcher(BundleContext context, @Reference Transactions transactions, @Reference Outbox outbox, @Reference Wall wall) {
        this.context = context;
        this.transactions = transactions;
        this.outbox = outbox;
        this.consumers = new Registry<>(NoticeConsumer.class, wall, NoticeConsumer::name);
        this.worker = new Worker("kontor-outbox", outbox.bell(), EVERY_MS, this::pass);
    }

    @Deactivate
    public void stop() {
        worker.close();
    }

    @Reference(service = NoticeConsumer.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(ServiceReference<NoticeConsumer> consumer) {
        consumers.announce(consumer, context);
        outbox.bell().ring();
    }

    public void unbind(ServiceReference<NoticeConsumer> consumer) {
        consumers.withdraw(consumer, context);
    }

    /**
     * One page's deliveries.
     *
     * @param forgotten consumers that were not here for so long that nothing waits for them any more
     */
    private record Delivery(Set<Long> done, Map<Long, Set<String>> taken, Set<String> forgotten) {}

    private void pass() {
        List<NoticeConsumer> present = consumers.all().stream().filter(consumer -> consumer.name().length() <= LONGEST_NAME).toList();
        if (present.isEmpty()) {
            return;
        }
        Set<String> known = meet(present);
        Set<String> failing = new HashSet<>();
        long after = 0;
        List<Notice> page = page(after);
        while (!page.isEmpty()) {
            record(deliver(page, present, known, failing));
            after = page.get(page.size() - 1).id();
            page = page(after);
        }
    }

    private List<Notice> page(long after) {
        return transactions.read(() -> outbox.after(after, PAGE));
    }

    /** Everybody who was ever here, those here now included. */
    private Set<String> meet(List<NoticeConsumer> present) {
        Set<String> known = new HashSet<>(transactions.read(outbox::known));
        for (NoticeConsumer consumer : present) {
            if (known.add(consumer.name())) {
                transactions.command(() -> {
                    outbox.meet(consumer.name(), Instant.now());
                    return true;
                });
            }
        }
        return known;
    }

    private Delivery deliver(List<Notice> page, List<NoticeConsumer> present, Set<String> known, Set<String> failing) {
        Map<Long, Set<String>> before =
                transactions.read(() -> outbox.takers(page.get(0).id(), page.get(page.size() - 1).id()));
        Map<Long, Set<String>> had = new HashMap<>();
        page.forEach(notice -> had.put(notice.id(), new HashSet<>(before.getOrDefault(notice.id(), Set.of()))));
        for (NoticeConsumer consumer : present) {
            List<Notice> wanted = page.stream().filter(notice -> !had.get(notice.id()).contains(consumer.name())).toList();
            if (!wanted.isEmpty() && !failing.contains(consumer.name()) && took(consumer, wanted, failing)) {
                wanted.forEach(notice -> had.get(notice.id()).add(consumer.name()));
            }
        }
        Set<String> absent = new HashSet<>(known);
        present.forEach(consumer -> absent.remove(consumer.name()));
        return delivery(before, had, known, absent);
    }

    /** What everybody has, or what is too old to be waited for, is done; of the rest it is kept who has it. */
    private static Delivery delivery(Map<Long, Set<String>> before, Map<Long, Set<String>> had, Set<String> known, Set<String> absent) {
        Delivery delivery = new Delivery(new HashSet<>(), new HashMap<>(), new HashSet<>());
        had.forEach((id, names) -> {
            if (names.containsAll(known)) {
                delivery.done().add(id);
            } else if (Stamps.made(id).isBefore(Instant.now().minus(KEPT))) {
                delivery.done().add(id);
                absent.stream().filter(name -> !names.contains(name)).forEach(delivery.forgotten()::add);
            } else {
                Set<String> took = new HashSet<>(names);
                took.removeAll(before.getOrDefault(id, Set.of()));
                delivery.taken().put(id, took);
            }
        });
        return delivery;
    }

    private static boolean took(NoticeConsumer consumer, List<Notice> notices, Set<String> failing) {
        try {
            consumer.take(notices);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} did not take {} notices from {}; it gets them again.",
                    consumer.name(), notices.size(), notices.get(0).id(), e);
            failing.add(consumer.name());
            return false;
        }
    }

    private void record(Delivery delivery) {
        if (delivery.done().isEmpty() && delivery.taken().values().stream().allMatch(Set::isEmpty)) {
            return;
        }
        transactions.command(() -> {
            outbox.remove(delivery.done());
            outbox.taken(delivery.taken());
            outbox.forget(delivery.forgotten());
            return true;
        });
    }
}
