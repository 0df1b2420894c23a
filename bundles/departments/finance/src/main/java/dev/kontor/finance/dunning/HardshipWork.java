package dev.kontor.finance.dunning;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.Numbers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who owes what in a hardship case: finance its opinion first, then company leadership the decision. */
@Component(service = HardshipWork.class)
public final class HardshipWork {

    static final TaskKind OPINION = new TaskKind("finance.hardship-opinion");
    static final TaskKind DECISION = new TaskKind("finance.hardship-decision");

    private final DunningBook book;
    private final Dunning dunning;
    private final WorkingCalendar calendar;

    @Activate
    public HardshipWork(@Reference DunningBook book, @Reference Dunning dunning, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.dunning = dunning;
        this.calendar = calendar;
    }

    void askFinance(OrderFile file, Hardship hardship) {
        ask(file, hardship, NewTask.of(OPINION, Role.FINANCE_CREDIT), "hardship-days");
    }

    void askLeadership(OrderFile file, Hardship hardship) {
        ask(file, hardship, NewTask.of(DECISION, Role.LEADERSHIP), "hardship-decision-days");
    }

    private void ask(OrderFile file, Hardship hardship, NewTask task, String within) {
        Decision decision = dunning.ask(file);
        file.raise(task.about(String.valueOf(hardship.position()))
                .until(calendar.deadline(file.today(), Numbers.of(decision, within).workingDays())));
    }

    /** Whether somebody owes an opinion or a decision. A case of what was paid meanwhile stays undecided, and nobody owes it anything. */
    public static boolean isOpen(OrderView file, int position) {
        return Stream.of(OPINION, DECISION)
                .flatMap(kind -> file.openTasks(kind).stream())
                .anyMatch(task -> task.subject().equals(String.valueOf(position)));
    }

    /** The case that the task is about. */
    Optional<Hardship> of(OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> book.undecided(file.number(), Integer.parseInt(owed.subject())));
    }

    Hardship demand(OrderView file, Optional<Task> task) {
        return of(file, task)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("finance.dunning.hardship-decided-already")));
    }

    /** What was said and proposed so far, for the next form. */
    static Text words(Hardship hardship) {
        Text plan = words(hardship.proposedPlan());
        return Text.of(
                "finance.dunning.hardship-so-far",
                hardship.position(),
                hardship.said(),
                hardship.proposedOn().map(day -> Text.of("finance.dunning.plan-on", plan, day)).orElse(plan));
    }

    static Text words(String plan) {
        return Text.of("finance.dunning.plan." + plan);
    }

    static Field plan(Text label, List<String> plans) {
        return Field.choice("plan", label, plans.stream().map(plan -> new Field.Option(plan, words(plan))).toList());
    }

    static Field day() {
        return Field.date("agreed-on", Text.of("finance.dunning.agreed-on")).optional().withHint(Text.of("finance.dunning.agreed-on-hint"));
    }

    /** The new day, where the plan is to pay later. */
    static Optional<LocalDate> agreed(Values values) {
        return values.text("plan").equals(Hardship.RESCHEDULE) ? values.date("agreed-on") : Optional.empty();
    }

    static void demandDay(OrderView file, Values values) {
        if (values.text("plan").equals(Hardship.RESCHEDULE)
                && agreed(values).filter(day -> day.isAfter(file.today())).isEmpty()) {
            throw Refused.at("agreed-on", Text.of("finance.dunning.agreed-on-missing"));
        }
    }
}
