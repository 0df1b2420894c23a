package dev.kontor.finance.schedule;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.finance.Collecting;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customer has certified that the warranty ended on a day; retention money that follows it falls due by that (policy 12). */
@Component
public final class RecordWarrantyEnd implements OrderCommand {

    private static final DocumentKind CERTIFICATE = new DocumentKind("finance.warranty-certificate");

    private final Schedule schedule;
    private final Collecting collecting;

    @Activate
    public RecordWarrantyEnd(@Reference Schedule schedule, @Reference Collecting collecting) {
        this.schedule = schedule;
        this.collecting = collecting;
    }

    @Override
    public String name() {
        return "finance/record-warranty-end";
    }

    @Override
    public Text title() {
        return Text.of("finance.schedule.record-warranty-end");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    /** Where something that is not paid follows the end of the warranty. */
    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.order().stream()
                .flatMap(order -> order.payment().instalments().stream())
                .filter(instalment -> instalment.due().events().contains(Schedule.WARRANTY_END))
                .flatMap(instalment -> schedule.instalment(file.number(), instalment.position()).stream())
                .anyMatch(due -> !due.isPaid());
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.schedule.record-warranty-end"),
                Field.date("ended-on", Text.of("finance.schedule.warranty-ended-on")).withClause("7.1"),
                Field.file("certificate", Text.of("document.finance.warranty-certificate")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        LocalDate day = values.date("ended-on").orElseThrow();
        if (day.isAfter(file.today())) {
            throw Refused.at("ended-on", Text.of("finance.dunning.ahead"));
        }
        file.file(CERTIFICATE, values.upload("certificate").orElseThrow());
        schedule.warrantyEnded(file, day);
        collecting.settle(file);
        Text said = Text.of("finance.schedule.warranty-ended", day);
        file.note("finance.warranty-ended", said, List.of());
        return Answer.of(said, file.number());
    }
}
