package dev.kontor.logistics.acceptance;

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
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Representative and customer look at the goods item by item. It may be done in parts; what is not right becomes an
 * objection with an owner.
 */
@Component
public final class CheckItems implements OrderCommand {

    private final Shipments shipments;
    private final Acceptances acceptances;

    @Activate
    public CheckItems(@Reference Shipments shipments, @Reference Acceptances acceptances) {
        this.shipments = shipments;
        this.acceptances = acceptances;
    }

    @Override
    public String name() {
        return "logistics/check-items";
    }

    @Override
    public Text title() {
        return Text.of("logistics.check-items");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.ACCEPT);
    }

    /** One section for the shipment and one for each machine. */
    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Map<String, List<Field>> bySerial = new LinkedHashMap<>();
        items(task.orElseThrow()).forEach(item -> {
            List<Field> fields = bySerial.computeIfAbsent(item.asked().serial(), serial -> new ArrayList<>());
            fields.add(Field.choice("item-" + item.position(), AcceptanceReport.label(item), findings(task.orElseThrow(), item))
                    .optional().withClause("6.2"));
            fields.add(Field.text("remark-" + item.position(), Text.of("logistics.remarks")).optional());
        });
        List<Form.Section> sections = new ArrayList<>();
        bySerial.forEach((serial, fields) -> sections.add(new Form.Section(
                serial.isEmpty() ? Text.of("logistics.whole-shipment") : Text.plain(serial), fields)));
        sections.add(new Form.Section(Text.of("logistics.objections"), List.of(
                Owners.field("owner").optional().withHint(Text.of("logistics.owner-hint")).withClause("6.2"))));
        return new Form(sections, Text.of("logistics.check-submit"));
    }

    private List<Item> items(Task task) {
        return acceptances.items(shipments.about(task), Duties.acceptance(task));
    }

    private List<Objection> objections(Task task, Item item) {
        return acceptances.objections(shipments.about(task), Duties.acceptance(task)).stream()
                .filter(each -> each.item().equals(item.id()))
                .toList();
    }

    /** That it is settled is said by whoever settles its objection; here it only stays so. */
    private List<Field.Option> findings(Task task, Item item) {
        List<Objection> all = objections(task, item);
        boolean settled = !all.isEmpty() && all.stream().allMatch(Objection::isSettled);
        return Stream.of(Item.RIGHT, Item.WRONG, Item.SETTLED)
                .filter(finding -> settled || !finding.equals(Item.SETTLED))
                .map(finding -> new Field.Option(finding, Text.of("logistics.finding." + finding)))
                .toList();
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Map<String, Object> values = new HashMap<>();
        items(task.orElseThrow()).stream().filter(Item::isChecked).forEach(item -> {
            values.put("item-" + item.position(), item.finding());
            values.put("remark-" + item.position(), item.remark());
        });
        return new Values(values);
    }

    /** Another revision has another checklist, and so has a shipment of which a machine was lost. */
    @Override
    public long version(OrderView file, Optional<Task> task) {
        return Integer.toUnsignedLong(items(task.orElseThrow()).stream().map(Item::id).toList().hashCode());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Shipment shipment = shipments.about(task.orElseThrow());
        List<Item> items = items(task.orElseThrow());
        demand(task.orElseThrow(), items, values);
        items.stream().filter(item -> values.has("item-" + item.position())).forEach(item -> find(file, task.orElseThrow(), item, values));
        acceptances.found(file, shipment, Duties.acceptance(task.orElseThrow()));
        long checked = items.stream().filter(Item::isChecked).count();
        Text said = Text.of("logistics.checked", shipment.number(), checked, items.size());
        file.note("logistics.acceptance", said, List.of());
        return Answer.of(said, file.number()).withId(shipment.id());
    }

    private void find(OrderFile file, Task task, Item item, Values values) {
        item.find(values.text("item-" + item.position()), values.text("remark-" + item.position()), file.actor().id().value(), file.now());
        if (item.isWrong() && !isObjected(task, item)) {
            acceptances.object(file, shipments.about(task), Duties.acceptance(task), item.id(), item.remark(), new Role(values.text("owner")));
        }
    }

    /** There is an objection to it still; one that is settled says nothing of what is wrong again. */
    private boolean isObjected(Task task, Item item) {
        return objections(task, item).stream().anyMatch(each -> !each.isSettled());
    }

    private void demand(Task task, List<Item> items, Values values) {
        List<Refused.Gap> gaps = new ArrayList<>();
        items.stream().filter(item -> values.text("item-" + item.position()).equals(Item.WRONG)).forEach(item -> {
            if (values.text("remark-" + item.position()).isEmpty()) {
                gaps.add(new Refused.Gap("remark-" + item.position(), Text.of("logistics.remark-missing")));
            }
            if (!isObjected(task, item) && values.text("owner").isEmpty()
                    && gaps.stream().noneMatch(gap -> gap.field().equals("owner"))) {
                gaps.add(new Refused.Gap("owner", Text.of("logistics.owner-missing")));
            }
        });
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }
}
