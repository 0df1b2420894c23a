package dev.kontor.review.preliminary;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.FourEyes;
import dev.kontor.review.Spans;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.SpecialApproval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Somebody proposes that the order pass in spite of a failing item, up to an amount and until a day; company leadership
 * then confirms it or not (特批, R-4.2). Alone it lets nothing pass.
 */
@Component
public final class ProposeApproval implements OrderCommand {

    private final ReviewBook book;
    private final Spans spans;

    @Activate
    public ProposeApproval(@Reference ReviewBook book, @Reference Spans spans) {
        this.book = book;
        this.spans = spans;
    }

    @Override
    public String name() {
        return "review/override";
    }

    @Override
    public Text title() {
        return Text.of("review.override");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_HEAD, Role.FINANCE_CREDIT, Role.LEADERSHIP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file) && !file.openTasks(Vocabulary.PRELIMINARY).isEmpty() && !approvable(file).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> failing = approvable(file).stream()
                .map(item -> new Field.Option(item.name(), Text.of("review.item-why", item.label(), item.reason())))
                .toList();
        return Form.of(
                Text.of("review.override-submit"),
                Field.choice("item", Text.of("review.item"), failing).withClause("4.1"),
                Field.amount("amount", Text.of("review.up-to")).withHint(Text.of("review.up-to-hint")),
                Field.date("expires", Text.of("review.expires")).withHint(Text.of("review.expires-hint")),
                Field.longText("reason", Text.of("review.reason-for")).withHint(Text.of("review.override-hint")));
    }

    /** No last day is filled in beforehand: somebody has to think of one. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return file.order()
                .map(order -> new Values(Map.of("amount", order.total().amount().toPlainString())))
                .orElse(Values.NONE);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        if (file.openTasks(Vocabulary.PRELIMINARY).isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("review.no-preliminary"));
        }
        Checklist.Item item = approvable(file).stream()
                .filter(each -> each.name().equals(values.text("item")))
                .findFirst()
                .orElseThrow(() -> Refused.at("item", Text.of("review.item-not-failing")));
        SpecialApproval approval = proposed(file, item, values);
        book.keep(approval);
        approval.await(file.raise(spans.within(file, "answer-days", NewTask.of(Vocabulary.APPROVAL, Role.LEADERSHIP)))
                .id()
                .toString());
        Text said = Text.of(
                "review.override-proposed", item.label(), approval.amount(), approval.expiresOn(), file.actor().name(), approval.reason());
        file.note("review.override-proposed", said, ConfirmApproval.changes(approval));
        file.notify(Role.LEADERSHIP, said);
        return Answer.of(said, file.number()).withId(approval.id());
    }

    private static SpecialApproval proposed(OrderFile file, Checklist.Item item, Values values) {
        Order order = file.order().orElseThrow();
        Money upTo = Money.rounded(values.number("amount").orElseThrow(), order.currency());
        LocalDate lastDay = values.date("expires").orElseThrow();
        if (upTo.compareTo(order.total()) < 0) {
            throw Refused.at("amount", Text.of("review.up-to-small", order.total()));
        }
        if (lastDay.isBefore(file.today())) {
            throw Refused.at("expires", Text.of("review.expires-past"));
        }
        return new SpecialApproval(order, item.name(), upTo, lastDay, values.text("reason"), file.actor(), file.now());
    }

    /** Items that fail, and about which nobody owes an answer already. */
    private List<Checklist.Item> approvable(OrderView file) {
        List<String> proposed = book.approvals(file.number()).stream()
                .filter(SpecialApproval::isProposed)
                .map(SpecialApproval::item)
                .toList();
        return Checklist.shown(file).failing().stream().filter(item -> !proposed.contains(item.name())).toList();
    }
}
