package dev.kontor.review.joint;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.FourEyes;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Solution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership accepts the risk behind an objection to a signed term. The objector is asked again all the same. */
@Component
public final class AcceptRisk implements OrderCommand {

    private final ReviewBook book;
    private final WayBack wayBack;

    @Activate
    public AcceptRisk(@Reference ReviewBook book, @Reference WayBack wayBack) {
        this.book = book;
        this.wayBack = wayBack;
    }

    @Override
    public String name() {
        return "review/accept-risk";
    }

    @Override
    public Text title() {
        return Text.of("review.accept-risk");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LEADERSHIP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file)
                && !file.milestones().contains(Vocabulary.TERMINATED)
                && !book.unsolved(file.number()).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("review.accept-risk-submit"),
                ProposeSolution.objection(book.unsolved(file.number())),
                Field.longText("reason", Text.of("review.reason-for")).withClause("4.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        Opinion objection = ProposeSolution.chosen(book.unsolved(file.number()), values);
        String by = file.actor().id().value();
        Text said = Text.of("review.risk-accepted", Text.of("department." + objection.department()), values.text("reason"));
        withdrawProposals(file, objection, said);
        Solution solution = new Solution(
                file.number().value(), objection, Solution.RISK_ACCEPTANCE, values.text("reason"), "", by, file.now());
        solution.settle(true, by, file.now(), "");
        book.keep(solution);
        file.note("review.risk-accepted", said, List.of());
        file.notify(new Role(objection.role()), said);
        wayBack.ask(file);
        return Answer.of(said, file.number()).withId(solution.id());
    }

    private void withdrawProposals(OrderFile file, Opinion objection, Text why) {
        book.solutions(file.number()).stream()
                .filter(each -> each.isProposed() && each.opinion().equals(objection.id()))
                .forEach(each -> {
                    each.settle(false, file.actor().id().value(), file.now(), "");
                    file.openTasks(Vocabulary.SOLUTION).stream()
                            .filter(open -> open.subject().equals(each.department()))
                            .forEach(open -> file.cancel(open.id(), why));
                });
    }
}
