package dev.kontor.demo;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Request;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo company's people at the desk. Every request has a key of its own: started again, nothing is done twice. */
final class Staff {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Desk desk;
    private final Accounts accounts;
    private final LocalDate today;

    Staff(Desk desk, Accounts accounts, LocalDate today) {
        this.desk = desk;
        this.accounts = accounts;
        this.today = today;
    }

    boolean isOffered(String person, String command, OrderNumber order) {
        return desk.offers(order, person(person)).stream().anyMatch(offer -> offer.command().equals(command));
    }

    Answer company(String person, String command, String key, Map<String, Object> wanted) {
        Person actor = person(person);
        Desk.Offer offer = desk.offer(command, "", actor);
        return desk.submit(new Request(actor, command, Optional.empty(), Optional.empty(), -1,
                Filling.of(offer.form(), offer.initial(), wanted, today), "demo-" + key));
    }

    /** Does what is offered, waiting until it is: files arrive a moment after the command that sends them. */
    void order(String person, String command, String subject, OrderNumber order, String key, Map<String, Object> wanted)
            throws InterruptedException {
        Person actor = person(person);
        Desk.Offer offer = await(command, subject, order, actor);
        desk.submit(new Request(actor, command, Optional.of(order), offer.task().map(task -> task.id()), -1,
                Filling.of(offer.form(), offer.initial(), wanted, today), "demo-" + key));
    }

    private Desk.Offer await(String command, String subject, OrderNumber order, Person actor) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<Desk.Offer> offers = desk.offers(order, actor).stream()
                    .filter(offer -> offer.command().equals(command))
                    .filter(offer -> subject.isEmpty() || offer.task().map(task -> task.subject().equals(subject)).orElse(false))
                    .toList();
            if (!offers.isEmpty()) {
                return offers.get(0);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("%s was not offered to %s for %s.".formatted(command, actor.id(), order));
    }

    private Person person(String name) {
        return accounts.person(new PersonId(name))
                .orElseThrow(() -> new IllegalStateException("There is no account %s.".formatted(name)));
    }
}
