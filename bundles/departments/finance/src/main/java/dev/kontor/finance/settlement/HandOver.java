package dev.kontor.finance.settlement;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance has put the papers of a completed order in order and hands them to the archive. */
@Component
public final class HandOver implements OrderCommand {

    static final TaskKind TASK = new TaskKind("finance.hand-over");

    /** What a volume is expected to hold of every order when it is completed. */
    private static final List<String> EXPECTED = List.of(
            "entry.contract", "review.opinions", "production.plan", "production.inspection", "logistics.delivery-note",
            "logistics.acceptance", "finance.receipt", "finance.invoice", "finance.settlement");

    /** Before the kind, in the subject of a Check. */
    private static final String DOCUMENT = "document.";

    private final Settling settling;

    @Activate
    public HandOver(@Reference Settling settling) {
        this.settling = settling;
    }

    @Override
    public String name() {
        return "finance/hand-over";
    }

    @Override
    public Text title() {
        return Text.of("finance.settlement.hand-over");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(TASK);
    }

    static List<String> missing(OrderView file) {
        List<String> filed = file.documents().stream().map(each -> each.kind().value()).toList();
        return Stream.concat(EXPECTED.stream(), added(file)).distinct().filter(each -> !filed.contains(each)).toList();
    }

    /** The regulation's list is open: a set attached to {@code finance/settlement} names a further kind by a Check. */
    private static Stream<String> added(OrderView file) {
        return file.decision(Settling.POINT).stream()
                .flatMap(decision -> decision.all(Check.class).stream())
                .map(Check::subject)
                .filter(subject -> subject.startsWith(DOCUMENT))
                .map(subject -> subject.substring(DOCUMENT.length()));
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<String> missing = missing(file);
        Stream<Field> absent = missing.isEmpty()
                ? Stream.empty()
                : Stream.of(Field.choices("missing", Text.of("finance.settlement.missing"), missing.stream()
                                .map(each -> new Field.Option(each, Text.of("document." + each)))
                                .toList())
                        .withClause("7.2")
                        .withHint(Text.of("finance.settlement.missing-hint")));
        Field remarks = Field.longText("remarks", Text.of("finance.remarks"));
        return Form.of(
                Text.of("finance.settlement.hand-over-submit"),
                Stream.concat(absent, Stream.of(missing.isEmpty() ? remarks.optional() : remarks)).toArray(Field[]::new));
    }

    /** What is missing is acknowledged kind by kind, so that no paper is forgotten by oversight. */
    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        if (!file.milestones().contains(MilestoneName.FINANCE_SETTLED)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("finance.settlement.settle-first"));
        }
        List<String> missing = missing(file);
        if (!Set.copyOf(missing).equals(Set.copyOf(values.choices("missing")))) {
            throw Refused.at("missing", Text.of("finance.settlement.missing-open", missing.size()));
        }
        settling.toConfirm(file.number()).handOver(values.text("remarks"), file.actor().id().value(), file.now());
        file.complete(task.orElseThrow().id(), new Outcome("handed-over", values.text("remarks")));
        file.notify(Role.ARCHIVIST, Text.of("finance.settlement.handed-over", file.number().value()));
        Text said = Text.of("finance.settlement.handed-over", file.number().value());
        file.note("finance.handed-over", said, List.of(new Change("missing", "", String.join(", ", missing))));
        return Answer.of(said, file.number());
    }
}
