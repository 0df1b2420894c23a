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
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The demo company's people at the desk. Every request has a key of its own: started again, nothing is done twice. */
final class Staff {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Desk desk;
    private final Accounts accounts;
    private final LocalDate today;
    private final Set<OrderNumber> moved = new HashSet<>();

    private final BooleanSupplier stopped;

    Staff(Desk desk, Accounts accounts, LocalDate today, BooleanSupplier stopped) {
        this.desk = desk;
        this.accounts = accounts;
        this.today = today;
        this.stopped = stopped;
    }

    boolean isOffered(String person, String command, OrderNumber order) {
        return desk.offers(order, person(person)).stream().anyMatch(offer -> offer.command().equals(command));
    }

    Answer company(String person, String command, String key, Map<String, Object> wanted) throws InterruptedException {
        goOn();
        Person actor = person(person);
        Desk.Offer offer = desk.offer(command, "", actor);
        return desk.submit(new Request(actor, command, Optional.empty(), Optional.empty(), -1,
                Filling.of(offer.form(), offer.initial(), wanted, today), "demo-" + key));
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
        if (offer.isPresent()) {
            moved.add(order);
            once(new Request(actor, command, Optional.of(order), offer.get().task().map(Task::id), -1,
                    Filling.of(offer.get().form(), offer.get().initial(), wanted, today), "demo-" + key));
        }
    }

    /** Asked between two requests: a thread is never interrupted in the store. */
    private void goOn() throws InterruptedException {
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
    private void once(Request request) {
        try {
            desk.submit(request);
        } catch (Refused refused) {
            if (refused.reason() != Refused.Reason.KEY_REUSED) {
                throw refused;
            }
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
            Thread.sleep(200);
        }
    }

    private Person person(String name) {
        return accounts.person(new PersonId(name))
                .orElseThrow(() -> new IllegalStateException("There is no account %s.".formatted(name)));
    }
}
