package dev.kontor.supervision.commendation;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.Orders;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Subjects;
import dev.kontor.supervision.Supervision;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody proposes to commend a colleague or a department, never themselves. */
@Component
public final class Commend implements CompanyCommand {

    private final CommendationBook book;
    private final Subjects subjects;
    private final Orders orders;

    @Activate
    public Commend(@Reference CommendationBook book, @Reference Subjects subjects, @Reference Orders orders) {
        this.book = book;
        this.subjects = subjects;
        this.orders = orders;
    }

    @Override
    public String name() {
        return "supervision/commend";
    }

    @Override
    public Text title() {
        return Text.of("supervision.commend");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.SALES_HEAD, Role.LEADERSHIP);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("supervision.commend-submit"),
                Field.text("commended", Text.of("supervision.commended"))
                        .suggesting("person")
                        .withHint(Text.of("supervision.commended-hint"))
                        .withClause("10.2"),
                Field.longText("reason", Text.of("supervision.commend-reason")),
                Field.longText("evidence", Text.of("supervision.commend-evidence")),
                Field.text("order", Text.of("supervision.commend-order")).optional(),
                Field.text("reward", Text.of("supervision.reward")).optional());
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String commended = values.text("commended");
        if (commended.equals(company.actor().id().value())) {
            throw Refused.at("commended", Text.of("supervision.commend-own"));
        }
        if (!subjects.isKnown(commended)) {
            throw Refused.at("commended", Text.of("supervision.commend-nobody", commended));
        }
        String order = values.text("order");
        if (!order.isEmpty() && (!order.matches("SO-\\d{4}-\\d{5,9}") || orders.summary(new OrderNumber(order), company.actor()).isEmpty())) {
            throw Refused.at("order", Text.of("supervision.commend-no-order", order));
        }
        Commendation made = new Commendation(commended, values.text("reason"), values.text("evidence"), order, values.text("reward"));
        made.propose(company.actor().id(), company.now());
        book.keep(made);
        Text said = Text.of("supervision.commend-proposed", Supervision.who(commended));
        company.notify(Role.LEADERSHIP, said);
        company.note("supervision.commendation", said, List.of(new Change("reason", "", made.reason())));
        return Answer.of(said).goingTo("supervision/commendations").withId(made.id());
    }
}
