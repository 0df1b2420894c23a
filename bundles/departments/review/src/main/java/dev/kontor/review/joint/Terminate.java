package dev.kontor.review.joint;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
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
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Leadership ends an order that cannot clear: by termination or by rescission of the contract. One that was cleared once may
 * be paid and shipped by now; it ends by {@link Cancel} alone.
 */
@Component
public final class Terminate implements OrderCommand {

    private final ReviewBook book;

    @Activate
    public Terminate(@Reference ReviewBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "review/terminate";
    }

    @Override
    public Text title() {
        return Text.of("review.terminate");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LEADERSHIP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file)
                && file.order().isPresent()
                && file.milestones().contains(MilestoneName.ENTRY_REGISTERED)
                && !Execution.hasBegun(file, book)
                && !file.milestones().contains(Vocabulary.TERMINATED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("review.terminate-submit"),
                Field.choice(
                                "how",
                                Text.of("review.terminate-how"),
                                Stream.of("termination", "rescission")
                                        .map(how -> new Field.Option(how, Text.of("review.terminate." + how)))
                                        .toList())
                        .withClause("4.2"),
                Field.longText("reason", Text.of("review.reason-for")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        if (file.milestones().contains(Vocabulary.TERMINATED)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("review.ended-already"));
        }
        if (Execution.hasBegun(file, book)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("review.not-terminable", Text.of("review.cancel")));
        }
        Text why = Text.of("review.terminated", Text.of("review.terminate." + values.text("how")), values.text("reason"));
        book.openRound(file.number()).ifPresent(round -> round.close(Round.RECALLED, file.now()));
        Execution.end(file, why);
        file.reach(Vocabulary.TERMINATED);
        file.note("review.terminated", why, List.of());
        file.notify(file.summary().representative(), why);
        return Answer.of(why, file.number());
    }
}
