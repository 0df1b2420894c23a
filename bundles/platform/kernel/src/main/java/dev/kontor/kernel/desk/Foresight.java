package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Question;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.kernel.rule.RuleServices;
import dev.kontor.kernel.wall.DepartmentWall;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the rules as a command would, in a read. */
@Component(service = Outlook.class)
public final class Foresight implements Outlook {

    /** Who sees reports of replays judges changes by what comes of them here too. */
    private static final Set<Role> JUDGES = Set.of(Role.RULE_ADMINISTRATOR, Role.LEADERSHIP);

    private final Transactions transactions;
    private final Office office;
    private final Consultation consultation;
    private final RuleServices rules;
    private final DepartmentWall wall;

    @Activate
    public Foresight(
            @Reference Transactions transactions,
            @Reference Office office,
            @Reference Consultation consultation,
            @Reference RuleServices rules,
            @Reference DepartmentWall wall) {
        this.transactions = transactions;
        this.office = office;
        this.consultation = consultation;
        this.rules = rules;
        this.wall = wall;
    }

    @Override
    public List<SetVersion> versions(ConsultationPoint point) {
        try {
            return transactions.read(() -> consultation.active(point));
        } catch (CannotDecide notNow) {
            throw Consultation.cannot(point, "anything", notNow);
        }
    }

    @Override
    public Answer ask(OrderNumber order, Question question, Person reader) {
        try {
            return wall.platformReading(() -> transactions.read(() -> answer(order, question, reader)));
        } catch (CannotDecide notNow) {
            throw Consultation.cannot(question.point(), order.value(), notNow);
        }
    }

    /** The file is the platform's: a fact is the same whoever asks. */
    private Answer answer(OrderNumber order, Question question, Person reader) {
        boolean known = reader.holdsAny(JUDGES) ? office.orders.summary(order).isPresent() : office.orders.seen(order, reader).isPresent();
        if (!known) {
            throw OpenView.notFound(order);
        }
        OpenFile file = OpenFile.fresh(office, order, new Work(office, Office.PLATFORM).looking());
        Consultation.Asked asked = consultation.ask(file, question);
        return new Answer(asked.sets(), asked.day(), asked.answer().conclusions().stream().map(rules::told).toList());
    }
}
