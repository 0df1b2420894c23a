package dev.kontor.review.joint;

import static dev.kontor.review.Vocabulary.AT_RESUBMISSION;
import static dev.kontor.review.Vocabulary.DRAFT;
import static dev.kontor.review.Vocabulary.RESUBMIT;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.text.Text;
import dev.kontor.review.Spans;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way back to sales, after a return, a recall or a round with objections. */
@Component(service = WayBack.class)
public final class WayBack {

    private final Spans spans;

    @Activate
    public WayBack(@Reference Spans spans) {
        this.spans = spans;
    }

    /**
     * Withdraws what the order stood on and hands it to its representative. A hold on {@code entry.submitted} keeps it
     * there while an objection has no agreed solution.
     */
    public void send(OrderFile file, Text why) {
        PersonId representative = file.summary().representative();
        for (MilestoneName milestone : List.of(MilestoneName.REVIEW_CLEARED, MilestoneName.REVIEW_PASSED, MilestoneName.ENTRY_SUBMITTED)) {
            if (file.milestones().contains(milestone)) {
                file.withdraw(milestone, why);
            }
        }
        file.consult(Question.at(AT_RESUBMISSION));
        if (file.openTasks(RESUBMIT).isEmpty()) {
            file.raise(spans.within(file, "resubmit-days", NewTask.of(RESUBMIT, Role.SALES_REP).heldBy(representative)));
        }
        file.notify(representative, why);
    }

    /** After a round that came to nothing: of an order to its resubmission, of a draft to the next draft. */
    public void from(Round round, OrderFile file, Text why) {
        if (round.stage() == Stage.JOINT) {
            send(file, why);
        } else {
            redraft(file, why);
        }
    }

    /** Nothing is signed yet: the draft is changed and offered again, and no solution has to be agreed before. */
    private void redraft(OrderFile file, Text why) {
        PersonId representative = file.summary().representative();
        file.withdraw(MilestoneName.ENTRY_OFFERED, why);
        if (file.openTasks(DRAFT).isEmpty()) {
            file.raise(NewTask.of(DRAFT, Role.SALES_REP).heldBy(representative));
        }
        file.notify(representative, why);
    }

    /** Asks again whether the order is held back, after a solution was agreed. */
    public void ask(OrderFile file) {
        file.consult(Question.at(AT_RESUBMISSION));
    }
}
