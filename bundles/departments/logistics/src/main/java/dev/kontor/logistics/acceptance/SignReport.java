package dev.kontor.logistics.acceptance;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.shipment.Duties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The customer has accepted the goods, on arrival or finally, and signed and sealed the acceptance report on paper; the signed report
 * itself is filed, scanned or photographed. The usual evidence of the only way to "delivered" ({@link Accepting}, R-6.10).
 */
@Component
public final class SignReport implements OrderCommand {

    private final Accepting accepting;

    @Activate
    public SignReport(@Reference Accepting accepting) {
        this.accepting = accepting;
    }

    @Override
    public String name() {
        return "logistics/sign-report";
    }

    @Override
    public Text title() {
        return Text.of("logistics.sign-report");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.ACCEPT);
    }

    @Override
    public int position() {
        return 1;
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return new Form(List.of(new Form.Section(Text.plain(""), Signing.fields())), Text.of("logistics.sign-submit"));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("signed-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        return accepting.accept(file, task.orElseThrow(), (shipment, acceptance) ->
                new Evidence(Signing.signature(values), values.upload("report").orElseThrow(), "signed-on", Optional.empty()));
    }
}
