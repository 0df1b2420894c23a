package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The counter at which a partner's bundle stands. Anybody can write down a person with roles of their own choice; here that
 * person has an account, and no role that the account does not have now, by grant or by delegation. Fewer are right: a token
 * carries some. The platform itself asks for nothing here, and for administrators nothing is done.
 */
record PartnersDesk(Desk desk, Accounts accounts) implements Desk {

    @Override
    public Answer submit(Request request) {
        Person actor = known(request.actor());
        if (actor.roles().stream().anyMatch(Role::isAdministrator)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("kernel.partner-for-administrator"));
        }
        return desk.submit(request);
    }

    @Override
    public List<Offer> offers(OrderNumber order, Person person) {
        return desk.offers(order, known(person));
    }

    @Override
    public Offer offer(String command, Optional<OrderNumber> order, Optional<TaskId> task, Person person) {
        return desk.offer(command, order, task, known(person));
    }

    @Override
    public Offer offer(String command, String subject, Person person) {
        return desk.offer(command, subject, known(person));
    }

    @Override
    public List<Known> commands() {
        return desk.commands();
    }

    @Override
    public <R> R read(Supplier<R> reading) {
        return desk.read(reading);
    }

    @Override
    public <R> R read(OrderNumber order, Person reader, Function<OrderView, R> reading) {
        return desk.read(order, known(reader), reading);
    }

    private Person known(Person person) {
        boolean known = !person.id().equals(PersonId.SYSTEM)
                && accounts.person(person.id()).filter(account -> account.roles().containsAll(person.roles())).isPresent();
        if (!known) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("kernel.partner-for-nobody"));
        }
        return person;
    }
}
