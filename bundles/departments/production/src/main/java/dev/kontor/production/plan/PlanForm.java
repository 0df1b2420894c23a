package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.Piece;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.plan.book.ProductionPlan;
import dev.kontor.production.plan.capacity.Capacity;
import dev.kontor.production.plan.capacity.WorkCentre;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A production plan as a form: what stood before stands in it. */
@Component(service = PlanForm.class)
public final class PlanForm {

    private final PlanBook book;
    private final Capacity capacity;

    @Activate
    public PlanForm(@Reference PlanBook book, @Reference Capacity capacity) {
        this.book = book;
        this.capacity = capacity;
    }

    Form form(OrderView file) {
        List<Form.Section> sections = new ArrayList<>(List.of(
                new Form.Section(Text.of("production.plan.when"), when(file)),
                new Form.Section(Text.of("production.plan.operations"), List.of(operations(file))),
                new Form.Section(Text.of("production.plan.materials"), List.of(materials(file)))));
        if (book.workOrder(file.number()).isPresent()) {
            sections.add(new Form.Section(Text.of("production.plan.why"), List.of(
                    Field.longText("reason", Text.of("production.plan.reason")))));
        }
        return new Form(sections, Text.of("production.plan.submit"));
    }

    private static List<Field> when(OrderView file) {
        return List.of(
                Field.date("start-on", Text.of("production.plan.start-on"))
                        .withHint(file.order().map(PlanForm::wanted).orElse(Text.plain("")))
                        .withClause("5.1"),
                Field.choices("lots", Text.of("production.plan.lots"), lines(file)).optional().withHint(Text.of("production.plan.lots-hint")));
    }

    private Field operations(OrderView file) {
        List<Field.Option> centres = centres();
        return Field.group("operations", Text.of("production.plan.operations"), List.of(
                        Field.choice("line", Text.of("production.plan.line"), lines(file)),
                        Field.text("name", Text.of("production.plan.operation")),
                        Field.choice("centre", Text.of("production.plan.centre"), centres),
                        Field.number("hours", Text.of("production.plan.hours"))))
                .withHint(Text.of(centres.isEmpty() ? "production.plan.no-centres" : "production.plan.operations-hint"))
                .withClause("5.1");
    }

    private static Field materials(OrderView file) {
        return Field.group("materials", Text.of("production.plan.materials"), List.of(
                        Field.choice("line", Text.of("production.plan.line"), lines(file)).optional(),
                        Field.text("name", Text.of("production.plan.material")),
                        Field.text("specification", Text.of("production.plan.specification")).optional(),
                        Field.number("quantity", Text.of("production.plan.quantity")),
                        Field.text("unit", Text.of("production.plan.unit")),
                        Field.date("needed-by", Text.of("production.plan.needed-by")).optional()))
                .optional()
                .withHint(Text.of("production.plan.materials-hint"))
                .withClause("5.2");
    }

    private static Text wanted(Order order) {
        return Text.of("production.plan.wanted", order.delivery().date());
    }

    private static List<Field.Option> lines(OrderView file) {
        return file.order().map(Order::lines).orElse(List.of()).stream()
                .map(line -> new Field.Option(String.valueOf(line.position()), name(line)))
                .toList();
    }

    static Text name(OrderLine line) {
        return Text.of("production.plan.line-of", line.position(), line.model(), line.quantity(), line.unit());
    }

    private List<Field.Option> centres() {
        return capacity.centres().stream()
                .filter(Predicate.not(WorkCentre::isClosed))
                .map(centre -> new Field.Option(centre.code(),
                        Text.of("production.plan.centre-of", centre.code(), centre.name(), centre.capacity())))
                .toList();
    }

    /** What the version that stands says; of a first plan that it starts today, and which lines can only be lots. */
    Values initial(OrderView file) {
        Map<String, Object> values = new HashMap<>();
        Optional<ProductionPlan> plan = book.plan(file.number());
        LocalDate start = plan.map(ProductionPlan::startOn).filter(file.today()::isBefore).orElse(file.today());
        values.put("start-on", start.toString());
        values.put("lots", lots(file));
        List<Values> steps = steps(file);
        if (!steps.isEmpty()) {
            values.put("operations", steps);
        }
        List<Values> materials = book.of(file.number()).stream().map(PlanForm::row).toList();
        if (!materials.isEmpty()) {
            values.put("materials", materials);
        }
        return new Values(values);
    }

    private List<String> lots(OrderView file) {
        List<Piece> pieces = book.pieces(file.number());
        return file.order().map(Order::lines).orElse(List.of()).stream()
                .filter(line -> pieces.stream().noneMatch(piece -> piece.line() == line.position())
                        ? PlanReader.isLotOnly(line)
                        : pieces.stream().anyMatch(piece -> piece.line() == line.position() && piece.isLot()))
                .map(line -> String.valueOf(line.position()))
                .toList();
    }

    /** Those of the first machine of each line: all of a line are made the same way. */
    private List<Values> steps(OrderView file) {
        Map<String, PlannedOperation> first = new LinkedHashMap<>();
        book.planned(file.number()).forEach(each -> first.putIfAbsent(each.line() + " " + each.name(), each));
        return first.values().stream()
                .map(each -> new Values(Map.of(
                        "line", String.valueOf(each.line()), "name", each.name(), "centre", each.centre(),
                        "hours", each.hours().stripTrailingZeros().toPlainString())))
                .toList();
    }

    private static Values row(Materials.Need need) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "name", need.name(), "specification", need.specification(),
                "quantity", need.quantity().stripTrailingZeros().toPlainString(), "unit", need.unit(),
                "needed-by", need.neededBy().toString()));
        if (need.line() > 0) {
            row.put("line", String.valueOf(need.line()));
        }
        return new Values(row);
    }

    /** @throws dev.kontor.api.desk.Refused with a gap at each field that is wrong */
    Draft read(OrderView file, Values values) {
        return new PlanReader(file, capacity::centre, book.of(file.number())).read(values);
    }

    long version(OrderView file) {
        return book.workOrder(file.number()).map(work -> work.version()).orElse(0L);
    }
}
