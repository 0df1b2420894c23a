package dev.kontor.production.quality.page;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import dev.kontor.production.quality.book.Conformity;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionPlan;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.Limits;
import dev.kontor.production.quality.book.Measured;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.book.Treatment;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What quality knows of a machine, as people read it: on its page and on its report (质量档案, R-5.14). */
@Component(service = QualityBlocks.class)
public final class QualityBlocks {

    private static final List<String> NUMBERS = List.of(".value", ".came", ".sent-back");

    private final QualityBook book;
    private final InspectionPlans plans;
    private final SupplierBook suppliers;

    @Activate
    public QualityBlocks(@Reference QualityBook book, @Reference InspectionPlans plans, @Reference SupplierBook suppliers) {
        this.book = book;
        this.plans = plans;
        this.suppliers = suppliers;
    }

    /** Empty before the machine was presented for the first time and while nothing was found. */
    public List<Block> of(SerialNumber serial) {
        List<Inspection> inspections = book.inspections(serial.value());
        List<Nonconformity> nonconformities = book.nonconformities(serial.value());
        List<Conformity> conformities = book.conformities(serial.value());
        List<Block> blocks = new ArrayList<>();
        if (!conformities.isEmpty()) {
            blocks.add(conformities(conformities));
        }
        if (!inspections.isEmpty()) {
            blocks.add(inspections(inspections));
            blocks.add(measured(inspections));
            blocks.add(components(inspections));
        }
        if (!nonconformities.isEmpty()) {
            blocks.add(nonconformities(nonconformities));
            blocks.add(treatments(nonconformities));
        }
        return blocks;
    }

    private static Block conformities(List<Conformity> all) {
        return table("conformities", List.of("of-revision", "to-revision", "decision", "grounds", "decided-by"), all.stream()
                .map(each -> List.of(
                        Cell.plain("" + each.begunUnder()),
                        Cell.plain("" + each.revision()),
                        Cell.words(Text.of("production.quality.conformity." + each.verdict())),
                        Cell.plain(each.grounds()),
                        by(each.decidedBy(), new Cell.Moment(each.decidedAt()))))
                .toList());
    }

    private Block inspections(List<Inspection> all) {
        return table("inspections", List.of("inspection", "result", "plan", "presented-by", "inspected", "remarks"), all.stream()
                .map(each -> List.of(
                        Cell.words(name(each)),
                        result(each),
                        Cell.words(plans.plan(each.plan()).map(QualityBlocks::plan).orElse(Text.plain(""))),
                        by(each.presentedBy(), new Cell.Moment(each.presentedAt())),
                        each.inspectedBy().isEmpty() ? Cell.plain("") : by(each.inspectedBy(), new Cell.Moment(each.inspectedAt())),
                        many(each.defect(), each.remarks())))
                .toList());
    }

    public static Text name(Inspection inspection) {
        return Text.of("production.quality.attempt", inspection.kind().words(), inspection.attempt());
    }

    private static Text plan(InspectionPlan plan) {
        return Text.of("production.quality.plan-version", plan.models(), plan.version());
    }

    public static Cell result(Inspection inspection) {
        Tone tone = switch (inspection.state()) {
            case "passed" -> Tone.GOOD;
            case "failed" -> Tone.BAD;
            case "conceded" -> Tone.WARNING;
            default -> Tone.INFO;
        };
        return new Cell.Badge(tone, Text.of("production.quality.result." + inspection.state()));
    }

    private Block measured(List<Inspection> all) {
        return table("measured", List.of("inspection", "characteristic", "limits", "value", "result"), all.stream()
                .flatMap(inspection -> book.measured(inspection).stream().map(each -> row(inspection, each)))
                .toList());
    }

    private static List<Cell> row(Inspection inspection, Measured each) {
        return List.of(
                Cell.words(name(inspection)),
                Cell.plain(each.name()),
                Cell.words(each.limits().words(each.unit())),
                each.measured().<Cell>map(value -> new Cell.Number(new BigDecimal(Limits.plain(value)))).orElse(Cell.plain("")),
                each.conforms()
                        ? new Cell.Badge(Tone.GOOD, Text.of("production.quality.conforms"))
                        : new Cell.Badge(Tone.BAD, Text.of("production.quality.does-not")));
    }

    private Block components(List<Inspection> all) {
        return table("components", List.of("component", "supplier", "batch", "inspection", "result"), all.stream()
                .flatMap(inspection -> book.components(inspection).stream().map(each -> List.of(
                        Cell.plain(each.name()),
                        Cell.plain(each.supplier()),
                        Cell.link(Text.plain(each.batch()),
                                "production/components?words=" + URLEncoder.encode(each.batch(), StandardCharsets.UTF_8)),
                        Cell.words(name(inspection)),
                        result(inspection))))
                .toList());
    }

    /** What came for an order, and what its inspection found. */
    Block receipts(List<Delivery> all) {
        return table("receipts", List.of("component", "batch", "supplier", "came-on", "came", "sent-back", "found", "inspected"), all.stream()
                .map(each -> List.of(
                        Cell.plain(each.material()),
                        Cell.plain(each.batch()),
                        Cell.words(supplier(each.supplier())),
                        new Cell.Day(each.deliveredOn()),
                        new Cell.Number(each.received()),
                        each.isOwed()
                                ? new Cell.Badge(Tone.INFO, Text.of("production.quality.result.owed"))
                                : new Cell.Number(each.rejected()),
                        found(each),
                        each.inspectedBy().isEmpty() ? Cell.plain("") : by(each.inspectedBy(), new Cell.Moment(each.inspectedAt()))))
                .toList());
    }

    private Cell found(Delivery of) {
        return new Cell.Many(words(of.id(), of.defect(), of.remarks()));
    }

    /** @param inspected by which what was measured is kept */
    private List<Cell> words(String inspected, String... typed) {
        return Stream.concat(
                        book.measured(inspected).stream().map(Measured::words),
                        Stream.of(typed).filter(words -> !words.isEmpty()))
                .map(Cell::plain)
                .toList();
    }

    private static Block nonconformities(List<Nonconformity> all) {
        return table("nonconformities", List.of("number", "what", "inspection", "state", "opened-by", "closed"), all.stream()
                .map(each -> List.of(
                        Cell.plain(each.number()),
                        Cell.plain(each.what()),
                        Cell.words(each.kind().words()),
                        state(each),
                        by(each.openedBy(), new Cell.Moment(each.openedAt())),
                        each.isOpen() ? Cell.plain("") : new Cell.Moment(each.closedAt())))
                .toList());
    }

    public static Cell state(Nonconformity each) {
        Tone tone = switch (each.state()) {
            case CONFORMING -> Tone.GOOD;
            case CONCEDED, SCRAPPED, DISCARDED -> Tone.WARNING;
            case CAUSE, CORRECTION, RELEASE, REINSPECTION -> Tone.BAD;
        };
        return new Cell.Badge(tone, Text.of("production.quality.state." + each.state().name().toLowerCase(Locale.ROOT)));
    }

    Block treatments(List<Nonconformity> all) {
        return table(
                "treatments",
                List.of("number", "cause", "correction", "corrective-action", "disposition", "responsible", "done", "released-by"),
                all.stream().flatMap(of -> book.treatments(of).stream().map(each -> treatment(of, each))).toList());
    }

    private List<Cell> treatment(Nonconformity of, Treatment each) {
        return List.of(
                Cell.words(Text.of("production.quality.round", of.number(), each.round())),
                Cell.plain(each.cause()),
                Cell.plain(each.correction()),
                Cell.plain(each.correctiveAction()),
                Cell.words(each.disposition().words()),
                responsible(each),
                new Cell.Many(done(each)),
                each.verdict().isEmpty()
                        ? Cell.plain("")
                        : new Cell.Many(List.of(
                                Cell.words(Text.of("production.quality.verdict." + each.verdict())),
                                Cell.plain(each.grounds()),
                                Cell.person(each.releasedBy()))));
    }

    /** And who decided it. */
    private Cell responsible(Treatment each) {
        Cell responsible = each.supplier().isEmpty()
                ? Cell.person(each.responsible())
                : Cell.link(supplier(each.supplier()), "production/suppliers/" + each.supplier());
        return new Cell.Many(List.of(responsible, Cell.words(Text.of("production.quality.decided-by-whom", Text.person(each.decidedBy())))));
    }

    private Text supplier(String code) {
        return Text.plain(suppliers.supplier(code).map(Supplier::name).orElse(code));
    }

    /** And what the inspection found of goods that were put right. */
    private List<Cell> done(Treatment each) {
        List<Cell> done = new ArrayList<>();
        if (!each.doneBy().isEmpty()) {
            done.addAll(List.of(Cell.plain(each.done()), Cell.person(each.doneBy())));
        }
        if (!each.inspectedBy().isEmpty()) {
            done.add(Cell.words(Text.of("production.quality.inspected-again", each.rejected(), Text.person(each.inspectedBy()))));
            done.addAll(words(each.id(), each.defect()));
        }
        return done;
    }

    private static Cell by(String person, Cell when) {
        return new Cell.Many(List.of(Cell.person(person), when));
    }

    private static Cell many(String... words) {
        return new Cell.Many(Stream.of(words).filter(each -> !each.isEmpty()).map(Cell::plain).toList());
    }

    public static Block table(String name, List<String> columns, List<List<Cell>> rows) {
        return new Block.Table(
                Text.of("production.quality." + name),
                columns.stream()
                        .map(column -> Text.of("production.quality." + column))
                        .map(words -> NUMBERS.stream().anyMatch(words.key()::endsWith) ? Block.Column.number(words) : Block.Column.of(words))
                        .toList(),
                rows,
                "",
                Text.of("production.quality." + name + ".none"));
    }
}
