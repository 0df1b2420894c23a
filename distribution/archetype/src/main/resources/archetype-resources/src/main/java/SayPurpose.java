package ${package};

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One more thing that is entered of an order; {@code rules/${department}/entry.submission} say of which it must be. */
@Component
public final class SayPurpose implements OrderCommand {

    private final Statements statements;

    @Activate
    public SayPurpose(@Reference Statements statements) {
        this.statements = statements;
    }

    @Override
    public String name() {
        return "${department}/say-purpose";
    }

    @Override
    public Text title() {
        return Text.of("${department}.say-purpose");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !file.milestones().contains(MilestoneName.ENTRY_SUBMITTED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(Text.of("${department}.say-purpose"), Field.longText("purpose", Text.of("${department}.purpose")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return statements.purpose(file.number()).map(words -> new Values(Map.of("purpose", words))).orElse(Values.NONE);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        statements.keep(new Purpose(file.number().value(), values.text("purpose")));
        return Answer.of(Text.of("${department}.purpose-said"), file.number());
    }
}
