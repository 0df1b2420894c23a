package dev.kontor.finance.penalty;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finance says that the terms of the breach clauses are entered, or that they agree on no penalty: a clause that nobody has
 * read costs nothing by oversight.
 */
@Component
public final class ConfirmPenaltyTerms implements OrderCommand {

    static final TaskKind TASK = new TaskKind("finance.penalty-terms");

    private static final String NOTHING = "nothing-agreed";

    private final PenaltyBook book;

    @Activate
    public ConfirmPenaltyTerms(@Reference PenaltyBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "finance/confirm-penalty-terms";
    }

    @Override
    public Text title() {
        return Text.of("finance.penalty.confirm-terms");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(TASK);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        String clauses = Penalties.clauses(file.order().orElseThrow()).stream()
                .map(ConfirmPenaltyTerms::words)
                .collect(Collectors.joining(" "));
        return Form.of(
                Text.of("finance.penalty.confirm-terms-submit"),
                Field.yesNo(NOTHING, Text.of("finance.penalty.nothing-agreed"))
                        .optional()
                        .withHint(Text.of("finance.penalty.nothing-agreed-hint", clauses))
                        .withClause("7.2"));
    }

    private static String words(ContractTerm clause) {
        return clause.number() + " " + clause.words();
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        boolean nothing = values.yes(NOTHING);
        boolean entered = !book.terms(file.number()).isEmpty();
        if (nothing == entered) {
            throw Refused.at(NOTHING, Text.of(entered ? "finance.penalty.terms-entered" : "finance.penalty.terms-not-entered"));
        }
        book.reading(file.number()).orElseGet(() -> added(file)).read(file, nothing);
        Text said = Text.of(nothing ? "finance.penalty.read-nothing" : "finance.penalty.read");
        file.note("finance.penalty-terms", said, List.of());
        file.openTasks(TASK).forEach(each -> file.complete(each.id(), Outcome.of(nothing ? "nothing-agreed" : "entered")));
        return Answer.of(said, file.number());
    }

    private BreachReading added(OrderFile file) {
        BreachReading reading = new BreachReading(file.number());
        book.keep(reading);
        return reading;
    }
}
