package dev.kontor.finance.settlement;

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
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance confirms the settlement sheet, then the order's representative does: two persons, the same figures. */
@Component
public final class ConfirmSettlement implements OrderCommand {

    static final TaskKind TASK = new TaskKind("finance.settlement");
    static final String FINANCE = "finance";
    static final String SALES = "sales";

    private static final DocumentKind SHEET = new DocumentKind("finance.settlement");
    private static final String DISPUTED = "disputed";

    private final Settling settling;
    private final SettlementSheet sheet;
    private final WorkingCalendar calendar;

    @Activate
    public ConfirmSettlement(@Reference Settling settling, @Reference SettlementSheet sheet, @Reference WorkingCalendar calendar) {
        this.settling = settling;
        this.sheet = sheet;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "finance/confirm-settlement";
    }

    @Override
    public Text title() {
        return Text.of("finance.settlement.confirm");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(TASK);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Field remarks = Field.longText("remarks", Text.of("finance.remarks")).optional();
        return isOfSales(task)
                ? Form.of(Text.of("finance.settlement.confirm-submit"),
                        Field.choice("verdict", Text.of("finance.settlement.verdict"), Stream.of("agreed", DISPUTED)
                                        .map(each -> new Field.Option(each, Text.of("finance.settlement.verdict." + each)))
                                        .toList())
                                .withClause("7.2"),
                        remarks.withHint(Text.of("finance.settlement.dispute-hint")))
                : Form.of(Text.of("finance.settlement.confirm-submit"), remarks.withClause("7.2"));
    }

    private static boolean isOfSales(Optional<Task> task) {
        return task.orElseThrow().subject().equals(SALES);
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return isOfSales(task) ? new Values(Map.of("verdict", "agreed")) : Values.NONE;
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        if (!isOfSales(task)) {
            return finance(file, task.orElseThrow(), values);
        }
        return values.text("verdict").equals(DISPUTED) ? dispute(file, task.orElseThrow(), values) : sales(file, task.orElseThrow(), values);
    }

    private Answer finance(OrderFile file, Task task, Values values) {
        Figures figures = settling.figures(file);
        Decision decision = demandAgreement(file, figures);
        settling.toConfirm(file.number()).confirmByFinance(figures, file.actor().id().value(), file.now());
        file.complete(task.id(), new Outcome("confirmed", values.text("remarks")));
        file.raise(NewTask.of(TASK, Role.SALES_REP)
                .about(SALES)
                .heldBy(file.summary().representative())
                .until(soon(file, decision, "confirm-days")));
        return said(file, "finance.settlement-confirmed", Text.of("finance.settlement.confirmed-by-finance", figures.balance()));
    }

    private Answer sales(OrderFile file, Task task, Values values) {
        Figures figures = settling.figures(file);
        Settlement settlement = settling.toConfirm(file.number());
        if (file.actor().id().value().equals(settlement.financeBy())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("finance.settlement.same-person"));
        }
        if (!settlement.isOf(figures)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("finance.settlement.changed-since", Text.person(settlement.financeBy())));
        }
        demandAgreement(file, figures);
        settlement.confirmBySales(file.actor().id().value(), file.now());
        file.file(SHEET, sheet.print(file));
        file.complete(task.id(), new Outcome("agreed", values.text("remarks")));
        file.reach(MilestoneName.FINANCE_SETTLED);
        settling.ask(file);
        return said(file, "finance.settled", Text.of("finance.settlement.settled", figures.balance()));
    }

    private Answer dispute(OrderFile file, Task task, Values values) {
        if (values.text("remarks").isEmpty()) {
            throw Refused.at("remarks", Text.of("finance.settlement.dispute-why"));
        }
        settling.toConfirm(file.number()).dispute();
        file.complete(task.id(), new Outcome(DISPUTED, values.text("remarks")));
        Decision decision = settling.ask(file);
        if (file.openTasks(TASK).isEmpty()) { // what the rules required once they may not require again
            file.raise(NewTask.of(TASK, Role.FINANCE_CLERK).about(FINANCE).until(soon(file, decision, "confirm-days")));
        }
        return said(file, "finance.settlement-disputed", Text.of("finance.settlement.disputed", values.text("remarks")));
    }

    private static Answer said(OrderFile file, String kind, Text words) {
        file.note(kind, words, List.<Change>of());
        return Answer.of(words, file.number());
    }

    /** The rules hold what differs; who confirms is told what. */
    private Decision demandAgreement(OrderFile file, Figures figures) {
        Decision decision = settling.ask(file);
        boolean held = decision.all(Hold.class).stream().anyMatch(hold -> hold.milestone().equals(MilestoneName.FINANCE_SETTLED));
        if (held) {
            Text first = figures.differences().stream().findFirst().orElse(Text.plain(""));
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("finance.settlement.differs", figures.differences().size(), first));
        }
        return decision;
    }

    private Deadline soon(OrderFile file, Decision decision, String parameter) {
        return calendar.deadline(file.today(), Numbers.of(decision, parameter).workingDays());
    }
}
