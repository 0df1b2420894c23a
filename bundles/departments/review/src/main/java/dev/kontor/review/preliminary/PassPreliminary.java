package dev.kontor.review.preliminary;

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
import dev.kontor.review.FourEyes;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Finding;
import dev.kontor.review.book.PreliminaryReview;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.SpecialApproval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The head of sales passes the order. A failing item blocks unless a special approval lets it pass; an open
 * issue blocks.
 */
@Component
public final class PassPreliminary implements OrderCommand {

    private static final List<Field.Option> FINDINGS = List.of(
            new Field.Option("in-order", Text.of("review.in-order")), new Field.Option("problem", Text.of("review.problem")));

    private final ReviewBook book;

    @Activate
    public PassPreliminary(@Reference ReviewBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "review/pass-preliminary";
    }

    @Override
    public Text title() {
        return Text.of("review.pass");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.PRELIMINARY);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field> items = new ArrayList<>();
        Checklist.shown(file)
                .items()
                .forEach(item -> items.add(Field.choice(field(item), item.label(), FINDINGS)
                        .withHint(item.hint())
                        .withClause("4.1")));
        return new Form(
                List.of(
                        new Form.Section(Text.of("review.checklist"), items),
                        new Form.Section(
                                Text.of("review.against-document"),
                                List.of(
                                        Field.date("signed-on", Text.of("review.signed-on")).withHint(Text.of("review.signed-on-hint")),
                                        Field.longText("remarks", Text.of("review.remarks")).optional()))),
                Text.of("review.pass-submit"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        Order order = file.order().orElseThrow();
        int open = book.unresolved(file.number(), Vocabulary.PRELIMINARY_ASKER).size();
        if (open > 0) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("review.issues-open", open));
        }
        PreliminaryReview review = book.preliminary(file.number(), order.revision()).orElseThrow();
        Checklist checklist = Checklist.asked(file, review.submittedOn());
        Map<String, SpecialApproval> approvals = book.confirmed(file.number());
        List<Refused.Gap> gaps = gaps(checklist, order, values);
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        checklist.items().forEach(item -> book.keep(finding(order, item, values, approvals)));
        review.pass(file.actor().id().value(), file.now(), values.date("signed-on").orElseThrow());
        Text said = Text.of("review.passed", file.number().value());
        file.note("review.passed", said, List.of());
        file.complete(task.orElseThrow().id(), new Outcome("passed", values.text("remarks")));
        return Answer.of(said, file.number());
    }

    private static List<Refused.Gap> gaps(Checklist checklist, Order order, Values values) {
        List<Refused.Gap> gaps = new ArrayList<>();
        for (Checklist.Item item : checklist.items()) {
            if (values.text(field(item)).equals("problem")) {
                gaps.add(new Refused.Gap(field(item), Text.of("review.item-problem")));
            } else if (item.fails()) {
                gaps.add(new Refused.Gap(field(item), Text.of("review.item-fails", item.reason())));
            }
        }
        LocalDate signed = values.date("signed-on").orElseThrow();
        if (!signed.equals(order.contract().signedOn())) {
            gaps.add(new Refused.Gap("signed-on", Text.of("review.signed-on-differs", order.contract().signedOn())));
        }
        return gaps;
    }

    private static Finding finding(Order order, Checklist.Item item, Values values, Map<String, SpecialApproval> approvals) {
        String approval = item.isLifted() ? approvals.get(item.name()).id() : "";
        String head = values.has(field(item)) ? values.text(field(item)) : "in-order";
        return new Finding(
                order.number().value(), order.revision(), item.name(), item.rules().verdict(), head, item.rules().reasonEn(),
                item.rules().reasonZh(), approval);
    }

    private static String field(Checklist.Item item) {
        return "item-" + item.name();
    }
}
