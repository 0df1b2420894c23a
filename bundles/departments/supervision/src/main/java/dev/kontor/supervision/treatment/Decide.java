package dev.kontor.supervision.treatment;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.regulation.RegulationBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership decides on what rules proposed for a violation. */
@Component
public final class Decide implements OrderCommand {

    private final Rulings rulings;
    private final Treatments treatments;
    private final Authority authority;
    private final RegulationBook regulation;

    @Activate
    public Decide(
            @Reference Rulings rulings,
            @Reference Treatments treatments,
            @Reference Authority authority,
            @Reference RegulationBook regulation) {
        this.rulings = rulings;
        this.treatments = treatments;
        this.authority = authority;
        this.regulation = regulation;
    }

    @Override
    public String name() {
        return "supervision/decide";
    }

    @Override
    public Text title() {
        return Text.of("supervision.decide");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Supervision.DECISION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text shown = task.map(owed -> rulings.of(file, owed))
                .map(each -> Text.of("supervision.decide-hint", Supervision.who(each.concerned()), each.reason(), plea(each),
                        TreatmentView.known(regulation.acknowledged(each.concerned(), each.proposedAt()))))
                .orElse(Text.plain(""));
        return rulings.form(Text.of("supervision.decide-submit"), shown);
    }

    private Text plea(Treatment treatment) {
        String plea = rulings.words(treatment, Treatment.State.HEARD);
        return plea.isEmpty() ? Text.of("supervision.no-plea") : Text.plain(plea);
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return task.map(owed -> rulings.of(file, owed))
                .map(each -> new Values(Map.of("measure", "points", "points", String.valueOf(each.proposed()))))
                .orElse(Values.NONE);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Treatment treatment = rulings.of(file, owed);
        authority.demand(treatment, file.actor(), file.today());
        Step.Ruled ruled = rulings.ruled(file, treatment, values, treatment.proposed());
        LocalDate until = treatments.decided(file, treatment);
        treatment.decide(until, file.actor().id());
        rulings.keep(treatment, Treatment.State.DECIDED, ruled, file);
        Text said = Text.of("supervision.decided", treatment.code(), Text.of("supervision.measure." + ruled.measure()), ruled.points(), until);
        treatments.tell(file, treatment, said);
        file.note("supervision.decided", Text.of("supervision.decided-note", treatment.code()), List.of(new Change("treatment", "", treatment.id())));
        file.complete(owed.id(), Outcome.of("decided"));
        return Answer.of(said, file.number()).withId(treatment.id());
    }
}
