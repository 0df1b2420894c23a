package dev.kontor.review.preliminary;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.review.FourEyes;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.PreliminaryReview;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.SpecialApproval;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Company leadership confirms a proposed special approval, or declines it (特批, R-4.2): never who proposed it, never the
 * order's representative. A company with one leader has somebody else propose; nobody confirms alone.
 */
@Component
public final class ConfirmApproval implements OrderCommand {

    private final ReviewBook book;
    private final Accounts accounts;

    @Activate
    public ConfirmApproval(@Reference ReviewBook book, @Reference Accounts accounts) {
        this.book = book;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "review/confirm-override";
    }

    @Override
    public Text title() {
        return Text.of("review.confirm-override");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.APPROVAL);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file) && proposal(file, task).filter(approval -> !isProposer(file, approval)).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text proposed = proposal(file, task)
                .map(each -> Text.of("review.override-proposed", Checklist.label(each.item()), each.amount(), each.expiresOn(),
                        name(each.proposal().proposedBy()), each.reason()))
                .orElse(Text.plain(""));
        return Form.of(
                Text.of("review.confirm-override-submit"),
                Field.yesNo("agreed", Text.of("review.confirm-override-agreed")).withHint(proposed).withClause("4.1"),
                Field.longText("remarks", Text.of("review.remarks")).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        SpecialApproval approval = proposal(file, task)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("review.override-settled")));
        boolean agreed = values.yes("agreed");
        demand(file, approval, agreed, values);
        String how = agreed ? SpecialApproval.CONFIRMED : SpecialApproval.DECLINED;
        approval.settle(how, file.actor(), file.now(), values.text("remarks"));
        file.complete(task.orElseThrow().id(), new Outcome(how, values.text("remarks")));
        Text said = Text.of("review.override-" + how, Checklist.label(approval.item()), approval.amount(), approval.expiresOn(),
                file.actor().name());
        file.note("review.override-" + how, said, changes(approval));
        file.notify(new PersonId(approval.proposal().proposedBy()), said);
        file.notify(Role.SALES_HEAD, said);
        if (agreed) {
            PreliminaryReview review = book.preliminary(file.number(), approval.revision()).orElseThrow();
            Checklist.asked(file, review.submittedOn());
        }
        return Answer.of(said, file.number()).withId(approval.id());
    }

    private static void demand(OrderFile file, SpecialApproval approval, boolean agreed, Values values) {
        if (isProposer(file, approval)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("review.override-second-person"));
        }
        if (agreed && approval.expiresOn().isBefore(file.today())) {
            throw Refused.at("agreed", Text.of("review.override-over", approval.expiresOn()));
        }
        if (!agreed && values.text("remarks").isEmpty()) {
            throw Refused.at("remarks", Text.of("review.decline-needs-words"));
        }
    }

    private Optional<SpecialApproval> proposal(OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> book.approvals(file.number()).stream()
                .filter(each -> each.isProposed() && each.task().equals(owed.id().toString()))
                .findFirst());
    }

    private String name(String person) {
        return accounts.person(new PersonId(person)).map(Person::name).orElse(person);
    }

    private static boolean isProposer(OrderView file, SpecialApproval approval) {
        return file.actor().id().value().equals(approval.proposal().proposedBy());
    }

    /** Everything about it, for the journal. */
    static List<Change> changes(SpecialApproval approval) {
        return List.of(
                new Change("item", "", approval.item()),
                new Change("amount", "", approval.amount().toString()),
                new Change("expires", "", approval.expiresOn().toString()),
                new Change("reason", "", approval.reason()),
                new Change("proposed-by", "", approval.proposal().proposedBy()),
                new Change("settled-by", "", approval.proposal().settledBy()));
    }
}
