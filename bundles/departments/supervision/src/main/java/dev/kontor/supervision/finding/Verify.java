package dev.kontor.supervision.finding;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.events.Independence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One of the supervision group looks whether a finding was put right: never its owner, never who has worked on the order
 * . What was not goes back to its owner.
 */
@Component
public final class Verify implements OrderCommand {

    private final Rectifications rectifications;
    private final Independence independence;

    @Activate
    public Verify(@Reference Rectifications rectifications, @Reference Independence independence) {
        this.rectifications = rectifications;
        this.independence = independence;
    }

    @Override
    public String name() {
        return "supervision/verify";
    }

    @Override
    public Text title() {
        return Text.of("supervision.verify");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Supervision.VERIFICATION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text shown = task.map(owed -> rectifications.of(file, owed))
                .map(finding -> Text.of("supervision.evidence-of", finding.opinion(), finding.evidence(), Text.person(finding.doneBy())))
                .orElse(Text.plain(""));
        return Form.of(
                Text.of("supervision.verify-submit"),
                Field.yesNo("accepted", Text.of("supervision.accepted")).withHint(shown).withClause("10.1"),
                Field.longText("remarks", Text.of("supervision.remarks")).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Finding finding = rectifications.of(file, owed);
        if (finding.doneBy().equals(file.actor().id().value()) || file.actor().holds(new Role(finding.owner()))) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("supervision.verify-own"));
        }
        independence.demanded(file.number(), file.actor());
        if (!values.yes("accepted")) {
            return sendBack(file, owed, finding, values.text("remarks"));
        }
        finding.verify(values.text("remarks"), file.actor().id(), file.now());
        Text said = Text.of("supervision.verified", finding.code());
        file.note("supervision.verified", said, List.of(new Change("finding", "", finding.id())));
        file.complete(owed.id(), new Outcome("verified", values.text("remarks")));
        return Answer.of(said, file.number()).withId(finding.id());
    }

    private Answer sendBack(OrderFile file, Task owed, Finding finding, String why) {
        if (why.isEmpty()) {
            throw Refused.at("remarks", Text.of("supervision.remarks-missing"));
        }
        finding.refuse(why);
        LocalDate due = rectifications.ask(file, finding, WorkingDays.of(finding.days()));
        Text said = Text.of("supervision.sent-back", finding.code(), due, why);
        file.note("supervision.sent-back", said, List.of(new Change("finding", "", finding.id())));
        file.complete(owed.id(), new Outcome("not-verified", why));
        return Answer.of(said, file.number()).withId(finding.id());
    }
}
