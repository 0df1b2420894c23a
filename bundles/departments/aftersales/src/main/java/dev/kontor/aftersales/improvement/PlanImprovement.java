package dev.kontor.aftersales.improvement;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever speaks with the customer has something improved. */
@Component
public final class PlanImprovement implements OrderCommand {

    private final Improvements improvements;

    @Activate
    public PlanImprovement(@Reference Improvements improvements) {
        this.improvements = improvements;
    }

    @Override
    public String name() {
        return "aftersales/plan-improvement";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.plan-improvement");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.AFTERSALES_ENGINEER, Role.SALES_REP, Role.SALES_HEAD);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("aftersales.plan-improvement"),
                Field.longText("what", Text.of("aftersales.what")).withClause("8.1"),
                Field.choice("owner", Text.of("aftersales.owner"), improvements.owners()),
                Field.date("due-on", Text.of("aftersales.due-on")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        List<Refused.Gap> gaps = gaps(file, values);
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        LocalDate due = values.date("due-on").orElseThrow();
        Improvement planned = improvements.plan(file, "proposal", values.text("what"), new Role(values.text("owner")), due);
        return Answer.of(Text.of("aftersales.improvement-asked", planned.id(), Text.of("role." + planned.owner()), due), file.number())
                .withId(planned.id());
    }

    /** What is wrong with the day until which it is to be improved. */
    static List<Refused.Gap> gaps(OrderFile file, Values values) {
        if (!values.has("due-on")) {
            return List.of(new Refused.Gap("due-on", Text.of("aftersales.due-missing")));
        }
        return values.date("due-on").filter(due -> due.isBefore(file.today())).stream()
                .map(past -> new Refused.Gap("due-on", Text.of("aftersales.due-past")))
                .toList();
    }
}
