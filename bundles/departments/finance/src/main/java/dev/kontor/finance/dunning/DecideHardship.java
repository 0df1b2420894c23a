package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership decides a hardship case: pay later, secure, stop deliveries, or nothing of it. */
@Component
public final class DecideHardship implements OrderCommand {

    private static final DocumentKind SECURITY = new DocumentKind("finance.security");

    private final HardshipWork work;
    private final Schedule schedule;
    private final Dunning dunning;

    @Activate
    public DecideHardship(@Reference HardshipWork work, @Reference Schedule schedule, @Reference Dunning dunning) {
        this.work = work;
        this.schedule = schedule;
        this.dunning = dunning;
    }

    @Override
    public String name() {
        return "finance/decide-hardship";
    }

    @Override
    public Text title() {
        return Text.of("finance.dunning.decide-hardship");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(HardshipWork.DECISION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text soFar = work.of(file, task).map(HardshipWork::words).orElse(Text.plain(""));
        Text opinion = work.of(file, task).map(each -> Text.of("finance.dunning.opinion-was", each.opinion())).orElse(Text.plain(""));
        return Form.of(
                Text.of("finance.dunning.decide"),
                HardshipWork.plan(
                                Text.of("finance.dunning.decided-plan"),
                                List.of(Hardship.RESCHEDULE, Hardship.SECURE, Hardship.STOP, Hardship.NONE))
                        .withHint(soFar)
                        .withClause("7.1"),
                HardshipWork.day(),
                Field.file("security", Text.of("document.finance.security")).optional().withHint(Text.of("finance.dunning.security-hint")),
                Field.longText("remarks", Text.of("finance.reason")).withHint(opinion));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return work.of(file, task)
                .map(each -> new Values(each.proposedOn()
                        .<Map<String, Object>>map(day -> Map.of("plan", each.proposedPlan(), "agreed-on", day.toString()))
                        .orElse(Map.of("plan", each.proposedPlan()))))
                .orElse(Values.NONE);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Hardship hardship = work.demand(file, task);
        String by = file.actor().id().value();
        if (by.equals(hardship.reportedBy()) || file.actor().id().equals(file.summary().representative())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("finance.dunning.own-case"));
        }
        HardshipWork.demandDay(file, values);
        String plan = values.text("plan");
        secure(file, plan, values);
        hardship.decide(plan, HardshipWork.agreed(values), values.text("remarks"), file);
        file.complete(task.orElseThrow().id(), new Outcome(plan, values.text("remarks")));
        hardship.decidedOn().ifPresent(day -> {
            schedule.reschedule(file, hardship.position(), day);
            dunning.ask(file);
        });
        Text words = HardshipWork.words(plan);
        Text said = Text.of(
                "finance.dunning.hardship-decided",
                hardship.position(),
                hardship.decidedOn().map(day -> Text.of("finance.dunning.plan-on", words, day)).orElse(words));
        file.note("finance.hardship-decided", said, List.of(new Change("reason", "", values.text("remarks"))));
        file.notify(file.summary().representative(), said);
        file.notify(Role.FINANCE_CLERK, said);
        file.notify(Role.FINANCE_CREDIT, said);
        return Answer.of(said, file.number());
    }

    /** A security that nobody has on paper is none. */
    private static void secure(OrderFile file, String plan, Values values) {
        if (plan.equals(Hardship.SECURE)) {
            file.file(SECURITY, values.upload("security")
                    .orElseThrow(() -> Refused.at("security", Text.of("finance.dunning.security-missing"))));
        }
    }
}
