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
import dev.kontor.logistics.acceptance.Signing;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The customer has pre-accepted machines in our works, item by item. It delivers nothing; what is due on it falls due, and
 * a machine that the customer did not accept stays until a later look ends better.
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

    /** One section for the look as a whole, and one for what is looked at of each machine. */
    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.choices("machines", Text.of("logistics.pre.machines"), inTheWorks(file).stream()
                                .map(machine -> new Field.Option(machine.serial().value(), Text.plain(machine.serial() + " " + machine.model())))
                                .toList())
                        .withHint(Text.of("logistics.pre.machines-hint"))
                        .withClause("6.2"),
                Field.choice("result", Text.of("logistics.pre.result"),
                        Stream.of(PreAcceptance.ACCEPTED, PreAcceptance.RESERVED, PreAcceptance.REFUSED)
                                .map(each -> new Field.Option(each, Text.of("logistics.pre." + each)))
                                .toList()),
                Field.longText("remarks", Text.of("logistics.remarks")).optional().withHint(Text.of("logistics.pre.remarks-hint"))));
        fields.addAll(Signing.fields());
        List<Form.Section> sections = new ArrayList<>(List.of(new Form.Section(Text.plain(""), fields)));
        Looks.at(file, inTheWorks(file)).forEach((serial, looks) -> sections.add(new Form.Section(
                Text.plain(serial), looks.stream().flatMap(look -> look.fields().stream()).toList())));
        return new Form(sections, Text.of("logistics.pre.record"));
    }

    /** Another revision, and other machines in the works, are looked at by another list. */
    @Override
    public long version(OrderView file, Optional<Task> task) {
        return Looks.at(file, inTheWorks(file)).toString().hashCode();
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("signed-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        List<Machine> machines = machines(file, values);
        String result = values.text("result");
        List<Look> looks = Looks.at(file, machines).values().stream().flatMap(List::stream).toList();
        demand(file, machines, looks, values);
        String report = file.file(REPORT, values.upload("report").orElseThrow()).id();
        Signature signature = Signing.signature(values);
        List<String> serials = machines.stream().map(machine -> machine.serial().value()).toList();
        PreAcceptance row = new PreAcceptance(file, rows.of(file.number()).size() + 1, serials, result, values.text("remarks"))
                .signed(signature, report);
        rows.keep(row, Looks.found(file, row, looks, values));
        if (row.isAccepted()) {
            machines.forEach(machine -> file.reach(machine.serial(), MilestoneName.LOGISTICS_PRE_ACCEPTED, row.signedOn()));
            Coverage.settle(file);
        }
        Text said = Text.of("logistics.pre.recorded", String.join(", ", serials), row.signatory(), row.signedOn(), Text.of("logistics.pre." + result));
        file.note("logistics.pre-acceptance", said, List.of(new Change("remarks", "", values.text("remarks"))));
        file.notify(Role.PRODUCTION_PLANNER, said);
        return Answer.of(said, file.number());
    }

    /** Only what is finished can be accepted; what was found wrong is refused or reserved, with the reason. */
    private static void demand(OrderFile file, List<Machine> machines, List<Look> looks, Values values) {
        boolean accepted = values.text("result").equals(PreAcceptance.ACCEPTED);
        if (accepted && machines.stream().anyMatch(machine -> !machine.has(MilestoneName.PRODUCTION_FINISHED))) {
            throw Refused.at("machines", Text.of("logistics.pre.not-finished"));
        }
        if (!accepted && !values.has("remarks")) {
            throw Refused.at("remarks", Text.of("logistics.pre.remarks-missing"));
        }
        if (values.date("signed-on").orElseThrow().isAfter(file.today())) {
            throw Refused.at("signed-on", Text.of("logistics.day-ahead"));
        }
        List<Refused.Gap> gaps = looks.stream().flatMap(look -> look.gap(values, accepted).stream()).toList();
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    private static List<Machine> machines(OrderFile file, Values values) {
        List<String> chosen = values.choices("machines");
        List<Machine> there = inTheWorks(file).stream().filter(machine -> chosen.contains(machine.serial().value())).toList();
        if (chosen.isEmpty() || there.size() < chosen.size()) {
            throw Refused.at("machines", Text.of("logistics.pre.not-in-the-works"));
        }
        return there;
    }
}
