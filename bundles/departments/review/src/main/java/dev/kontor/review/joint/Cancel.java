package dev.kontor.review.joint;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.FourEyes;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Leadership cancels an order that is being carried out (订单取消, R-4.15), by the agreement that both sides have signed: nobody
 * owes it anything from then on. What has left the works cannot be cancelled; it comes back by another contract.
 */
@Component
public final class Cancel implements OrderCommand {

    static final DocumentKind AGREEMENT = new DocumentKind("review.cancellation");

    private final ReviewBook book;

    @Activate
    public Cancel(@Reference ReviewBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "review/cancel";
    }

    @Override
    public Text title() {
        return Text.of("review.cancel");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LEADERSHIP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file) && wasCleared(file) && dispatched(file).isEmpty();
    }

    /** Also while a change of the cleared order is under review. */
    private boolean wasCleared(OrderView file) {
        return Execution.hasBegun(file, book)
                && !file.milestones().contains(Vocabulary.TERMINATED)
                && !file.milestones().contains(MilestoneName.ORDER_COMPLETED);
    }

    private static List<String> dispatched(OrderView file) {
        return file.machines().stream()
                .filter(machine -> machine.has(MilestoneName.LOGISTICS_DISPATCHED))
                .map(machine -> machine.serial().value())
                .toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("review.cancel-submit"),
                Field.longText("reason", Text.of("review.reason-for")).withClause("4.2"),
                Field.file("agreement", Text.of("review.cancel-agreement")).withHint(Text.of("review.cancel-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        List<String> gone = dispatched(file);
        if (!gone.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("review.cancel-dispatched", String.join(", ", gone)));
        }
        if (!wasCleared(file)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("review.not-cancellable"));
        }
        Text why = Text.of("review.cancelled", values.text("reason"));
        file.file(AGREEMENT, values.upload("agreement").orElseThrow());
        book.openRound(file.number()).ifPresent(round -> round.close(Round.RECALLED, file.now()));
        Execution.end(file, why);
        file.machines().stream().map(Machine::serial).toList().forEach(serial -> file.strike(serial, why));
        file.withdraw(MilestoneName.REVIEW_CLEARED, why);
        file.reach(Vocabulary.TERMINATED);
        file.note("review.cancelled", why, List.of());
        file.notify(file.summary().representative(), why);
        file.notify(Role.FINANCE_CLERK, why);
        file.notify(Role.PRODUCTION_PLANNER, why);
        return Answer.of(why, file.number());
    }
}
