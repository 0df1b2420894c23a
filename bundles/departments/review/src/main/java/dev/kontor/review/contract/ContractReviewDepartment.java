package dev.kontor.review.contract;

import static dev.kontor.api.order.MilestoneName.CONTRACT_REVIEWED;
import static dev.kontor.api.order.MilestoneName.ENTRY_OFFERED;
import static dev.kontor.api.order.MilestoneName.ENTRY_REGISTERED;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import dev.kontor.review.joint.Rounds;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has the draft of a contract reviewed before it is signed, by the departments that would review its order. Whether the
 * contract is signed all the same is no business of this desk: the joint review follows in any case.
 *
 * @see "Regulation, clause 4.2 (R-4.17)"
 */
@Component
public final class ContractReviewDepartment implements Department {

    private final ReviewBook book;
    private final Rounds rounds;

    @Activate
    public ContractReviewDepartment(@Reference ReviewBook book, @Reference Rounds rounds) {
        this.book = book;
        this.rounds = rounds;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("contract");
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(Arrival.on(ENTRY_OFFERED, this::open));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(CONTRACT_REVIEWED);
    }

    private void open(OrderFile file) {
        boolean signed = file.milestones().contains(ENTRY_REGISTERED);
        if (signed || !file.milestones().contains(ENTRY_OFFERED)) {
            return; // signed, dropped or taken back while it was on its way
        }
        file.withdraw(CONTRACT_REVIEWED, Text.of("review.superseded", file.order().orElseThrow().revision()));
        if (file.openTasks(Vocabulary.SIGNING).isEmpty()) {
            file.raise(NewTask.of(Vocabulary.SIGNING, Role.SALES_REP).heldBy(file.summary().representative()));
        }
        rounds.open(file, Stage.CONTRACT);
    }

    /** The contract was signed, or dropped: nobody owes its draft an opinion any more. */
    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        book.openRound(file.number())
                .ifPresent(round -> rounds.end(file, round, Round.ENDED, Text.of("review.contract-ended." + outcome.verdict())));
    }
}
