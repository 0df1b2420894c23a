package dev.kontor.aftersales.service;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.warranty.RetentionMoney;
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
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A case that no customer asked for, opened twice or at the wrong machine: who owes no service strikes it. It stays to be seen, and what
 * was late of it stays late.
 */
@Component
public final class StrikeCase implements OrderCommand {

    private static final Set<TaskKind> OWED = Set.of(Vocabulary.RESPONSE, Vocabulary.RESOLUTION);

    private final Cases cases;
    private final ServiceKinds kinds;

    @Activate
    public StrikeCase(@Reference Cases cases, @Reference ServiceKinds kinds) {
        this.cases = cases;
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "aftersales/strike-case";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.strike-case");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_HEAD, Role.LEADERSHIP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !open(file).isEmpty();
    }

    private List<ServiceCase> open(OrderView file) {
        return cases.of(file.number()).stream().filter(ServiceCase::isOpen).toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> options = open(file).stream()
                .map(each -> new Field.Option(
                        each.number(), Text.of("aftersales.case-to-strike", each.id(), kinds.name(each.kind(), file.actor()), each.need())))
                .toList();
        return Form.of(
                Text.of("aftersales.strike-submit"),
                Field.choice("case", Text.of("aftersales.case"), options).withClause("8.1"),
                Field.longText("reason", Text.of("aftersales.strike-reason")).withHint(Text.of("aftersales.strike-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        ServiceCase struck = open(file).stream()
                .filter(each -> each.number().equals(values.text("case")))
                .findFirst()
                .orElseThrow(() -> Refused.at("case", Text.of("aftersales.no-such-case", values.text("case"))));
        Text said = Text.of("aftersales.case-struck", struck.id(), values.text("reason"));
        file.openTasks().stream()
                .filter(owed -> OWED.contains(owed.kind()) && owed.subject().equals(struck.number()))
                .forEach(owed -> file.cancel(owed.id(), said));
        struck.resolve(values.text("reason"), "", ServiceCase.STRUCK, file.today(), file.actor().id().value());
        RetentionMoney.askAnew(file);
        file.note("aftersales.case-struck", said, List.of());
        file.notify(Role.AFTERSALES_ENGINEER, said);
        return Answer.of(said, file.number()).goingTo("aftersales/cases/" + struck.id()).withId(struck.id());
    }
}
