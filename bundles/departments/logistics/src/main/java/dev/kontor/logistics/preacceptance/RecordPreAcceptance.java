package dev.kontor.logistics.preacceptance;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The customer has pre-accepted machines in our works. It is evidence with the order and delivers nothing: the order is
 * delivered by the report that is signed on arrival, and by nothing else.
 */
@Component
public final class RecordPreAcceptance implements OrderCommand {

    static final DocumentKind REPORT = new DocumentKind("logistics.pre-acceptance");

    private final PreAcceptances rows;

    @Activate
    public RecordPreAcceptance(@Reference PreAcceptances rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "logistics/record-pre-acceptance";
    }

    @Override
    public Text title() {
        return Text.of("logistics.pre.record");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.LOGISTICS_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED) && !inTheWorks(file).isEmpty();
    }

    /** Numbered, and not under way to the customer yet. */
    private static List<Machine> inTheWorks(OrderView file) {
        return file.machines().stream().filter(machine -> !machine.has(MilestoneName.LOGISTICS_DISPATCHED)).toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("logistics.pre.record"),
                Field.choices("machines", Text.of("logistics.pre.machines"), inTheWorks(file).stream()
                                .map(machine -> new Field.Option(machine.serial().value(), Text.plain(machine.serial() + " " + machine.model())))
                                .toList())
                        .withHint(Text.of("logistics.pre.machines-hint"))
                        .withClause("6.2"),
                Field.choice("result", Text.of("logistics.pre.result"),
                        Stream.of(PreAcceptance.ACCEPTED, PreAcceptance.RESERVED, PreAcceptance.REFUSED)
                                .map(each -> new Field.Option(each, Text.of("logistics.pre." + each)))
                                .toList()),
                Field.longText("remarks", Text.of("logistics.remarks")).optional().withHint(Text.of("logistics.pre.remarks-hint")),
                Field.date("signed-on", Text.of("logistics.signed-on")),
                Field.text("signatory", Text.of("logistics.signatory")),
                Field.text("authority", Text.of("logistics.authority")).withHint(Text.of("logistics.authority-hint")),
                Field.file("report", Text.of("document.logistics.pre-acceptance")).withHint(Text.of("logistics.photo-hint")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("signed-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        List<String> machines = machines(file, values);
        String result = values.text("result");
        if (!result.equals(PreAcceptance.ACCEPTED) && !values.has("remarks")) {
            throw Refused.at("remarks", Text.of("logistics.pre.remarks-missing"));
        }
        LocalDate day = values.date("signed-on").orElseThrow();
        if (day.isAfter(file.today())) {
            throw Refused.at("signed-on", Text.of("logistics.day-ahead"));
        }
        String report = file.file(REPORT, values.upload("report").orElseThrow()).id();
        int number = rows.of(file.number()).size() + 1;
        rows.keep(new PreAcceptance(file, number, machines, result, values.text("remarks"))
                .signed(day, values.text("signatory"), values.text("authority"), report));
        Text said = Text.of("logistics.pre.recorded", String.join(", ", machines), values.text("signatory"), day, Text.of("logistics.pre." + result));
        file.note("logistics.pre-acceptance", said, List.of(new Change("remarks", "", values.text("remarks"))));
        file.notify(Role.PRODUCTION_PLANNER, said);
        return Answer.of(said, file.number());
    }

    private static List<String> machines(OrderFile file, Values values) {
        List<String> chosen = values.choices("machines");
        List<String> there = inTheWorks(file).stream().map(machine -> machine.serial().value()).toList();
        if (chosen.isEmpty() || !there.containsAll(chosen)) {
            throw Refused.at("machines", Text.of("logistics.pre.not-in-the-works"));
        }
        return chosen;
    }
}
