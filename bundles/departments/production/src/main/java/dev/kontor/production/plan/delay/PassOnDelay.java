package dev.kontor.production.plan.delay;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.production.plan.Planning;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The order's representative has told the customer: when, whom, how, and what was said. */
@Component
public final class PassOnDelay implements OrderCommand {

    private static final List<String> MEANS = List.of("phone", "mail", "message", "letter", "meeting");

    private final DelayBook delays;
    private final Planning planning;
    private final Clock clock;

    @Activate
    public PassOnDelay(@Reference DelayBook delays, @Reference Planning planning, @Reference Clock clock) {
        this.delays = delays;
        this.planning = planning;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "production/pass-on-delay";
    }

    @Override
    public Text title() {
        return Text.of("production.plan.pass-on");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Delays.PASS_ON);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.plan.pass-on-submit"),
                Field.date("passed-on", Text.of("production.plan.passed-on")).withClause("5.1"),
                Field.text("contact", Text.of("production.plan.contact")),
                Field.choice("means", Text.of("production.plan.means"), MEANS.stream()
                        .map(each -> new Field.Option(each, Text.of("production.plan.means." + each)))
                        .toList()),
                Field.longText("response", Text.of("production.plan.response")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Map<String, Object> values = new HashMap<>(Map.of("passed-on", file.today().toString()));
        file.order().map(Order::contact).filter(contact -> !contact.name().isBlank())
                .ifPresent(contact -> values.put("contact", contact.name()));
        return new Values(values);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        DelayNotice notice = delays.find(file.number(), owed.subject()).orElseThrow();
        LocalDate on = values.date("passed-on").orElseThrow();
        LocalDate noticed = notice.noticedAt().atZone(clock.zone()).toLocalDate();
        if (on.isAfter(file.today()) || on.isBefore(noticed)) {
            throw Refused.at("passed-on", Text.of("production.plan.passed-on-wrong", noticed));
        }
        notice.passOn(on, values.text("contact"), values.text("means"), values.text("response"), file.actor().id().value());
        file.complete(owed.id(), new Outcome("passed-on", values.text("response")));
        planning.judge(file);
        Text said = Text.of("production.plan.passed", notice.number(), notice.contact(), on);
        file.note("production.delay", said, List.of());
        file.notify(Role.PRODUCTION_PLANNER, said);
        return Answer.of(said, file.number());
    }
}
