package dev.kontor.aftersales.service;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.ServiceRequest;
import dev.kontor.aftersales.warranty.AgreeWarranty;
import dev.kontor.aftersales.warranty.RetentionMoney;
import dev.kontor.aftersales.warranty.Warranties;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A customer asks for service: the rules decide whether it is done under warranty, until when the customer is answered and
 * until when helped; both are owed from the day on which they asked.
 */
@Component
public final class OpenServiceCase implements OrderCommand {

    private final Cases cases;
    private final ServiceKinds kinds;
    private final Warranties warranties;

    @Activate
    public OpenServiceCase(@Reference Cases cases, @Reference ServiceKinds kinds, @Reference Warranties warranties) {
        this.cases = cases;
        this.kinds = kinds;
        this.warranties = warranties;
    }

    @Override
    public String name() {
        return "aftersales/open-case";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.open-case");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.AFTERSALES_ENGINEER, Role.SALES_REP, Role.SALES_HEAD);
    }

    /** From the arrival of the first machine: it is installed and commissioned before it is accepted. */
    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.LOGISTICS_DELIVERED) || !arrived(file).isEmpty();
    }

    private static List<Machine> arrived(OrderView file) {
        return file.machines().stream()
                .filter(each -> each.has(MilestoneName.LOGISTICS_ARRIVED) || each.has(MilestoneName.LOGISTICS_DELIVERED))
                .toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> machines = arrived(file).stream()
                .map(each -> new Field.Option(each.serial().value(), Text.of("aftersales.machine-of-model", each.serial().value(), each.model())))
                .toList();
        List<Field> fields = new ArrayList<>(List.of(
                Field.choice("machine", Text.of("aftersales.machine"), machines).optional().withHint(Text.of("aftersales.machine-hint")),
                Field.choice("kind", Text.of("aftersales.kind"), kinds.options(file.actor())).withClause("8.1"),
                Field.longText("need", Text.of("aftersales.need")).withClause("8.1"),
                Field.text("asked-by", Text.of("aftersales.asked-by")),
                Field.date("asked-on", Text.of("aftersales.asked-on")).withHint(Text.of("aftersales.asked-on-hint"))));
        if (warranties.isUnread(file)) {
            fields.addAll(AgreeWarranty.fields(warranties, file));
        }
        return Form.of(Text.of("aftersales.open-case"), fields.toArray(Field[]::new));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Map<String, Object> values = new HashMap<>(Map.of("asked-on", file.today().toString()));
        file.order().map(order -> order.contact().name()).filter(name -> !name.isEmpty()).ifPresent(name -> values.put("asked-by", name));
        List<Machine> machines = arrived(file);
        if (machines.size() == 1) {
            values.put("machine", machines.get(0).serial().value());
        }
        if (warranties.isUnread(file)) {
            values.putAll(AgreeWarranty.proposed(warranties, file));
        }
        return new Values(values);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        String like = kinds.like(values.text("kind"));
        demand(file, values, like);
        if (warranties.isUnread(file)) {
            warranties.read(file, AgreeWarranty.span(values));
        }
        Optional<Machine> machine = machine(file, values, like);
        ServiceCase opened = new ServiceCase(
                file.order().orElseThrow(), cases.of(file.number()).size() + 1, machine, values.text("kind"), like);
        opened.ask(values.text("need"), values.text("asked-by"), values.date("asked-on").orElseThrow());
        decide(file, opened, machine);
        cases.keep(opened);
        RetentionMoney.askAnew(file);
        Text said = Text.of("aftersales.case-opened", opened.id(), opened.dueOn());
        file.note("aftersales.case-opened", said, List.of());
        return Answer.of(said, file.number()).withId(opened.id());
    }

    private static void demand(OrderFile file, Values values, String like) {
        List<Refused.Gap> gaps = new ArrayList<>();
        LocalDate asked = values.date("asked-on").orElseThrow();
        LocalDate signed = file.order().orElseThrow().contract().signedOn();
        if (asked.isAfter(file.today())) {
            gaps.add(new Refused.Gap("asked-on", Text.of("aftersales.day-to-come")));
        }
        if (asked.isBefore(signed)) {
            gaps.add(new Refused.Gap("asked-on", Text.of("aftersales.before-contract", signed)));
        }
        if (!like.equals(ServiceKinds.ADVICE) && !values.has("machine") && arrived(file).size() > 1) {
            gaps.add(new Refused.Gap("machine", Text.of("aftersales.machine-missing")));
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    /** Work is done on a machine, which has a warranty and a file of its own; advice may be about the order as a whole. */
    private static Optional<Machine> machine(OrderView file, Values values, String like) {
        List<Machine> arrived = arrived(file);
        return !values.has("machine") && !like.equals(ServiceKinds.ADVICE) && arrived.size() == 1
                ? Optional.of(arrived.get(0))
                : arrived.stream().filter(each -> each.serial().value().equals(values.text("machine"))).findFirst();
    }

    private void decide(OrderFile file, ServiceCase opened, Optional<Machine> machine) {
        Decision warranty = file.consult(warranties.question(file, machine, opened.kind(), opened.like(), opened.askedOn()));
        boolean covered = !warranty.all(Check.class).isEmpty() && warranty.passes();
        opened.open(covered, file.actor().id().value(), file.now(), warranty.id());
        ServiceRequest request = new ServiceRequest(opened.number(), opened.kind(), opened.like(), covered);
        file.consult(Question.at(Vocabulary.AT_SERVICE, request).since(opened.askedOn()).addingOnly());
        opened.promise(lastDay(file, Vocabulary.RESPONSE, opened), lastDay(file, Vocabulary.RESOLUTION, opened));
    }

    /** @throws Refused where the company's rules give a kind of service no deadline: nothing is owed that nobody waits for */
    private static LocalDate lastDay(OrderView file, TaskKind kind, ServiceCase opened) {
        return file.openTasks(kind).stream()
                .filter(task -> task.subject().equals(opened.number()))
                .flatMap(task -> task.deadline().stream())
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.Reason.UNAVAILABLE, Text.of("aftersales.no-deadline")))
                .lastDay();
    }
}
