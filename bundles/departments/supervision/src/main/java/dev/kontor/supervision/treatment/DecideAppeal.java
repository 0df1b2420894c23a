package dev.kontor.supervision.treatment;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership decides on an appeal: never for more than was decided first, and that is final. */
@Component
public final class DecideAppeal implements OrderCommand {

    private final Rulings rulings;
    private final Treatments treatments;
    private final Authority authority;

    @Activate
    public DecideAppeal(@Reference Rulings rulings, @Reference Treatments treatments, @Reference Authority authority) {
        this.rulings = rulings;
        this.treatments = treatments;
        this.authority = authority;
    }

    @Override
    public String name() {
        return "supervision/decide-appeal";
    }

    @Override
    public Text title() {
        return Text.of("supervision.decide-appeal");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Supervision.APPEAL);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text shown = task.map(owed -> rulings.of(file, owed))
                .map(each -> Text.of("supervision.decide-appeal-hint", Supervision.who(each.concerned()),
                        rulings.decided(each).grounds(), rulings.words(each, Treatment.State.APPEALED)))
                .orElse(Text.plain(""));
        return rulings.form(Text.of("supervision.decide-appeal-submit"), shown);
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return task.map(owed -> rulings.of(file, owed))
                .map(rulings::decided)
                .map(DecideAppeal::asDecided)
                .orElse(Values.NONE);
    }

    private static Values asDecided(Step.Ruled first) {
        Map<String, Object> values = new HashMap<>(Map.of("measure", first.measure()));
        if (first.points() > 0) {
            values.put("points", String.valueOf(first.points()));
        }
        if (first.bonus().signum() > 0) {
            values.put("bonus", first.bonus().toPlainString());
        }
        if (first.compensation().signum() > 0) {
            values.put("compensation", first.compensation().toPlainString());
        }
        return new Values(values);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Treatment treatment = rulings.of(file, owed);
        authority.demand(treatment, file.actor(), file.today());
        Step.Ruled first = rulings.decided(treatment);
        Step.Ruled ruled = rulings.ruled(file, treatment, values, first.points());
        if (ruled.compensation().compareTo(first.compensation()) > 0) {
            throw Refused.at("compensation", Text.of("supervision.appeal-worse", first.compensation()));
        }
        if (ruled.bonus().compareTo(first.bonus()) > 0) {
            throw Refused.at("bonus", Text.of("supervision.appeal-bonus-worse", first.bonus()));
        }
        treatment.settle(ruled.points(), file.now());
        rulings.keep(treatment, Treatment.State.FINAL, ruled, file);
        Text said = Text.of("supervision.appeal-decided", treatment.code(), Text.of("supervision.measure." + ruled.measure()), ruled.points());
        treatments.tell(file, treatment, said);
        file.note("supervision.final", Text.of("supervision.appeal-decided-note", treatment.code()), List.of(new Change("treatment", "", treatment.id())));
        file.complete(owed.id(), Outcome.of("decided"));
        return Answer.of(said, file.number()).withId(treatment.id());
    }
}
