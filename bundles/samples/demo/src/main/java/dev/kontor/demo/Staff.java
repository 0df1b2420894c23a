package dev.kontor.demo;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.task.Task;
import dev.kontor.api.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo company's people at the desk. Every request has a key of its own: started again, nothing is done twice. */
final class Staff {

    private static final Logger LOG = LoggerFactory.getLogger(Staff.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long POLL_MS = 50;

    private final Desk desk;
    private final Accounts accounts;
    private final Clock clock;
    private final Set<OrderNumber> moved = new HashSet<>();

    private final BooleanSupplier stopped;

    Staff(Desk desk, Accounts accounts, Clock clock, BooleanSupplier stopped) {
        this.desk = desk;
        this.accounts = accounts;
        this.clock = clock;
        this.stopped = stopped;
    }

    LocalDate today() {
        return clock.today();
    }

    boolean isOffered(String person, String command, OrderNumber order) {
        return desk.offers(order, person(person)).stream().anyMatch(offer -> offer.command().equals(command));
    }

    Optional<Answer> company(String person, String command, String key, Map<String, Object> wanted) throws InterruptedException {
        return about(person, command, "", key, wanted);
    }

    /** A company command about something; empty when it was done before the platform was stopped. */
    Optional<Answer> about(String person, String command, String subject, String key, Map<String, Object> wanted)
            throws InterruptedException {
        goOn();
        Person actor = person(person);
        return once(new Request(actor, command, Optional.empty(), Optional.empty(), -1,
                typed(desk.offer(command, subject, actor), wanted), "demo-" + key));
    }

    /** What stands in the form of a company command about something. */
    Values initial(String person, String command, String subject) {
        return desk.offer(command, subject, person(person)).initial();
    }

    /**
     * Does what is offered. What follows another desk's work is waited for: files arrive a moment after the command that
     * sends them. What is not offered was done before the platform was stopped.
     */
    void order(String person, String command, String subject, OrderNumber order, String key, Map<String, Object> wanted)
            throws InterruptedException {
        Person actor = person(person);
        Optional<Desk.Offer> offer = await(command, subject, order, actor);
        if (offer.isEmpty()) {
            LOG.info("{} is not offered {} on {}.", person, command, order);
            return;
        }
        moved.add(order);
        once(new Request(actor, command, Optional.of(order), offer.get().task().map(Task::id), -1, typed(offer.get(), wanted), "demo-" + key));
    }

    /** Does a task that the person has; what was refused is tried again on another day. */
    void task(String person, String command, Task task, Map<String, Object> wanted) throws InterruptedException {
        goOn();
        Person actor = person(person);
        Desk.Offer offer = desk.offer(command, Optional.of(task.order()), Optional.of(task.id()), actor);
        once(new Request(actor, command, Optional.of(task.order()), Optional.of(task.id()), -1, typed(offer, wanted),
                "demo-%s-%s-%s".formatted(command, task.id().value(), clock.today())));
    }

    private Values typed(Desk.Offer offer, Map<String, Object> wanted) {
        return Filling.of(offer.form(), offer.initial(), wanted, clock.today());
    }

    /** Asked between two requests: a thread is never interrupted in the store. */
    void goOn() throws InterruptedException {
        if (stopped.getAsBoolean()) {
            throw new InterruptedException("The platform stops.");
        }
    }

    /** Long only for what was sent on a moment ago. */
    private Duration patience(String command, OrderNumber order) {
        if (command.startsWith("entry/")) {
            return Duration.ZERO;
        }
        return moved.contains(order) ? PATIENCE : Duration.ofSeconds(3);
    }

    /** What stands in a form by now may differ from what stood there when the same was done before. */
    private Optional<Answer> once(Request request) {
        try {
            return Optional.of(desk.submit(request));
        } catch (Refused refused) {
            if (refused.reason() != Refused.Reason.KEY_REUSED) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    private Optional<Desk.Offer> await(String command, String subject, OrderNumber order, Person actor)
            throws InterruptedException {
        long end = System.nanoTime() + patience(command, order).toNanos();
        while (true) {
            goOn();
            Optional<Desk.Offer> found = desk.offers(order, actor).stream()
                    .filter(offer -> offer.command().equals(command))
                    .filter(offer -> subject.isEmpty() || offer.task().filter(task -> task.subject().equals(subject)).isPresent())
                    .findFirst();
            if (found.isPresent() || System.nanoTime() > end) {
                return found;
            }
            Thread.sleep(POLL_MS);
        }
    }

    Person person(String name) {
        return accounts.person(new PersonId(name))
                .orElseThrow(() -> new IllegalStateException("There is no account %s.".formatted(name)));
    }
}
