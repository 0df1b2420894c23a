package dev.kontor.kernel.desk;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.form.FormCheck;
import dev.kontor.kernel.journal.Ledger;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs one command inside its transaction, from the gate to the outbox. */
@Component(service = Execution.class)
public final class Execution {

    private final Office office;
    private final Commands commands;
    private final Gate gate;
    private final FormCheck forms;
    private final Keys keys;

    @Activate
    public Execution(
            @Reference Office office,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference FormCheck forms,
            @Reference Keys keys) {
        this.office = office;
        this.commands = commands;
        this.gate = gate;
        this.forms = forms;
        this.keys = keys;
    }

    /** @param first customers to lock before anything else */
    Answer run(Request request, List<CustomerId> first) {
        if (!request.key().isEmpty()) {
            keys.claim(request);
        }
        Work work = new Work(office, request.actor());
        work.lock(first);
        Optional<OrderCommand> onOrder = commands.onOrder(request.command());
        Answer answer = onOrder.isPresent()
                ? run(onOrder.get(), request, work)
                : run(company(request.command()), request, work);
        work.close();
        if (!request.key().isEmpty()) {
            keys.answered(request, answer);
        }
        return answer;
    }

    CompanyCommand company(String name) {
        return commands.onCompany(name).orElseThrow(() -> unknown(name));
    }

    /** A command of a department that is not there now will come back; one that nobody ever had will not. */
    private Refused unknown(String name) {
        String department = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        boolean absent = office.arrivals.rostered(department) && !office.departments.complete(department);
        return absent
                ? Refused.because(Refused.Reason.UNAVAILABLE,
                        Text.of("kernel.department-absent", Text.of("department." + department)))
                : Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.no-command", name));
    }

    private Answer run(OrderCommand command, Request request, Work work) {
        OpenFile file = OpenFile.locked(office, request.order().orElseThrow(Execution::noOrder), work);
        file.view().seenBy(request.actor());
        Optional<Task> task = gate.task(command, file, file.tasks(), request.task());
        gate.check(command, file, task);
        gate.fresh(request.version(), Gate.version(command, file, task), request.actor(), file.number().value(), "");
        Values values = forms.check(command.form(file, task), request.values());
        return command.run(file, task, values);
    }

    static Refused noOrder() {
        return Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.order-missing"));
    }

    private Answer run(CompanyCommand command, Request request, Work work) {
        if (!gate.allows(command, request.actor())) {
            throw Gate.forbidden();
        }
        String subject = request.values().text("subject");
        if (!subject.isEmpty()) {
            lockSubject(command, subject);
        }
        String department = command.name().substring(0, command.name().indexOf('/'));
        gate.fresh(request.version(), command.version(subject), request.actor(), Ledger.COMPANY, department + ".");
        Values values = forms.check(command.form(request.actor(), subject), request.values());
        return command.run(new OpenCompany(office, work, department, request.session()), values);
    }

    /** Two who change the same thing come one after the other, so that the second sees the first's version. */
    private void lockSubject(CompanyCommand command, String subject) {
        String department = command.name().substring(0, command.name().indexOf('/') + 1);
        office.rows.take(department + subject.substring(0, Math.min(subject.length(), 100)));
    }
}
