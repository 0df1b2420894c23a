package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales reports that the customer cannot pay, and how it could be solved; finance and company leadership know at once. */
@Component
public final class ReportHardship implements OrderCommand {

    private final DunningBook book;
    private final Schedule schedule;
    private final HardshipWork work;

    @Activate
    public ReportHardship(@Reference DunningBook book, @Reference Schedule schedule, @Reference HardshipWork work) {
        this.book = book;
        this.schedule = schedule;
        this.work = work;
    }

    @Override
    public String name() {
        return "finance/report-hardship";
    }

    @Override
    public Text title() {
        return Text.of("finance.dunning.report-hardship");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.SALES_HEAD);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !reportable(file).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> open = reportable(file).stream()
                .map(due -> new Field.Option(due.subject(), Text.of("finance.schedule.option", due.position(), due.open())))
                .toList();
        return Form.of(
                Text.of("finance.dunning.report-hardship"),
                Field.choice("instalment", Text.of("finance.schedule.instalment"), open).withClause("7.1"),
                Field.longText("said", Text.of("finance.dunning.hardship-said")),
                HardshipWork.plan(Text.of("finance.dunning.proposed-plan"), List.of(Hardship.RESCHEDULE, Hardship.SECURE, Hardship.STOP)),
                HardshipWork.day());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Due due = reportable(file).stream()
                .filter(each -> each.subject().equals(values.text("instalment")))
                .findFirst()
                .orElseThrow(() -> Refused.at("instalment", Text.of("finance.dunning.not-reportable")));
        HardshipWork.demandDay(file, values);
        Hardship hardship =
                new Hardship(file, due.position(), values.text("said"), values.text("plan"), HardshipWork.agreed(values));
        book.keep(hardship);
        work.askFinance(file, hardship);
        Text said = Text.of("finance.dunning.hardship-reported", due.position(), due.open(), HardshipWork.words(hardship.proposedPlan()));
        file.note("finance.hardship-reported", said, List.of(new Change("said", "", hardship.said())));
        file.notify(Role.FINANCE_CREDIT, said);
        file.notify(Role.FINANCE_CLERK, said);
        file.notify(Role.LEADERSHIP, said);
        return Answer.of(said, file.number()).withId(hardship.id());
    }

    /** What is not paid and has no case that waits for an opinion or a decision. */
    private List<Due> reportable(OrderView file) {
        return schedule.of(file.number()).stream()
                .filter(due -> !due.isPaid() && !HardshipWork.isOpen(file, due.position()))
                .toList();
    }
}
