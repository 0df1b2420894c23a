package dev.kontor.review.joint;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales takes the order out of an open round, to solve an objection before the others have spoken. */
@Component
public final class Recall implements OrderCommand {

    private final ReviewBook book;
    private final Rounds rounds;
    private final WayBack wayBack;

    @Activate
    public Recall(@Reference ReviewBook book, @Reference Rounds rounds, @Reference WayBack wayBack) {
        this.book = book;
        this.rounds = rounds;
        this.wayBack = wayBack;
    }

    @Override
    public String name() {
        return "review/recall";
    }

    @Override
    public Text title() {
        return Text.of("review.recall");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return book.openRound(file.number()).isPresent()
                && file.actor().id().equals(file.summary().representative());
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(Text.of("review.recall-submit"), Field.longText("reason", Text.of("review.reason-for")).withClause("4.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        if (!file.actor().id().equals(file.summary().representative())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("review.representative-only"));
        }
        Round round = book.openRound(file.number())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("review.no-open-round")));
        Text why = Text.of("review.recalled", round.number(), values.text("reason"));
        rounds.end(file, round, Round.RECALLED, why);
        file.note("review.recalled", why, List.of());
        wayBack.from(round, file, why);
        return Answer.of(why, file.number());
    }
}
