package dev.kontor.production.quality;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.EquipmentModels;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.Characteristic;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.InspectionPlan;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what an inspection looks at, with limits: a new version, by which every inspection from now on is judged. */
@Component
public final class SetInspectionPlan implements CompanyCommand {

    private static final int SCALE = 6;
    private static final int DIGITS = 12;

    private final InspectionPlans plans;
    private final EquipmentModels models;

    @Activate
    public SetInspectionPlan(@Reference InspectionPlans plans, @Reference EquipmentModels models) {
        this.plans = plans;
        this.models = models;
    }

    @Override
    public String name() {
        return "production/set-inspection-plan";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.set-plan");
    }

    /** Not the inspector's: who is judged by a limit does not move it. */
    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_REVIEWER);
    }

    /** @param subject id of a version that is to be followed by another; empty for a plan of something else */
    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("production.quality.set-plan-submit"),
                Field.hidden("subject").optional(),
                Field.text("model", Text.of("production.quality.model")).suggesting("model").optional()
                        .withHint(Text.of("production.quality.model-hint")),
                Field.choice("kind", Text.of("production.quality.kind"), all()).withClause("5.3"),
                Field.group("characteristics", Text.of("production.quality.characteristics"), List.of(
                                Field.text("name", Text.of("production.quality.characteristic")),
                                Field.text("unit", Text.of("production.quality.unit")).optional(),
                                Field.number("lower", Text.of("production.quality.lower")).optional(),
                                Field.number("upper", Text.of("production.quality.upper")).optional()))
                        .withClause("5.3").withHint(Text.of("production.quality.characteristics-hint")),
                Field.longText("reason", Text.of("production.quality.plan-reason")));
    }

    private static List<Field.Option> all() {
        return Stream.concat(kinds().stream(), Stream.of(new Field.Option(InspectionPlan.PART, Text.of("production.quality.kind.part")))).toList();
    }

    static List<Field.Option> kinds() {
        return Stream.of(InspectionKind.values()).map(kind -> new Field.Option(kind.word(), kind.words())).toList();
    }

    @Override
    public Values initial(Person person, String subject) {
        return plans.plan(subject).map(plan -> {
            List<Values> rows = plans.characteristics(plan).stream().map(SetInspectionPlan::row).toList();
            Map<String, Object> stand = new HashMap<>(Map.of(
                    "subject", subject, "kind", plan.kind(), "characteristics", rows));
            if (!plan.model().isEmpty()) {
                stand.put("model", plan.model());
            }
            return new Values(stand);
        }).orElse(Values.NONE);
    }

    private static Values row(Characteristic each) {
        Map<String, Object> row = new HashMap<>(Map.of("name", each.name()));
        if (!each.unit().isEmpty()) {
            row.put("unit", each.unit());
        }
        each.limits().lower().ifPresent(limit -> row.put("lower", Limits.plain(limit)));
        each.limits().upper().ifPresent(limit -> row.put("upper", Limits.plain(limit)));
        return new Values(row);
    }

    /** A form that was opened for a version that is in force no longer is refused. */
    @Override
    public long version(String subject) {
        return plans.plan(subject).flatMap(plan -> plans.latest(plan.model(), plan.kind())).map(plan -> (long) plan.version()).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String model = values.text("model");
        String kind = values.text("kind");
        if (!model.isEmpty() && !kind.equals(InspectionPlan.PART) && models.model(model).isEmpty()) {
            throw Refused.at("model", Text.of("production.quality.no-such-model", model));
        }
        List<Values> rows = values.rows("characteristics");
        demandRight(rows);
        Optional<InspectionPlan> before = plans.latest(model, kind);
        InspectionPlan plan = new InspectionPlan(model, kind, before.map(InspectionPlan::version).orElse(0) + 1,
                values.text("reason"), company.actor().id().value(), company.now());
        plans.keep(plan);
        List<Characteristic> now = new ArrayList<>();
        for (Values row : rows) {
            now.add(new Characteristic(plan, now.size() + 1, row.text("name"), row.text("unit"), limits(row)));
        }
        now.forEach(plans::keep);
        Text said = Text.of("production.quality.plan-set", plan.kindWords(), plan.models(), plan.version());
        company.note("production.inspection-plan", said, List.of(
                new Change("characteristics", before.map(plans::characteristics).map(SetInspectionPlan::words).orElse(""), words(now))));
        return Answer.of(said).goingTo("production/inspection-plans").withId(plan.id());
    }

    private static void demandRight(List<Values> rows) {
        List<Refused.Gap> gaps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int place = 0; place < rows.size(); place++) {
            Values row = rows.get(place);
            String at = "characteristics[%d].".formatted(place);
            if (!names.add(row.text("name"))) {
                gaps.add(new Refused.Gap(at + "name", Text.of("production.quality.name-twice", row.text("name"))));
            }
            for (String limit : List.of("lower", "upper")) {
                row.number(limit).filter(number -> !fits(number)).ifPresent(number ->
                        gaps.add(new Refused.Gap(at + limit, Text.of("production.quality.limit-too-long", DIGITS, SCALE))));
            }
            if (crossed(row)) {
                gaps.add(new Refused.Gap(at + "upper", Text.of("production.quality.limits-crossed")));
            }
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    private static boolean crossed(Values row) {
        return row.number("lower").isPresent()
                && row.number("upper").filter(upper -> upper.compareTo(row.number("lower").get()) < 0).isPresent();
    }

    private static boolean fits(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= SCALE && number.precision() - number.scale() <= DIGITS;
    }

    private static Limits limits(Values row) {
        return new Limits(row.number("lower"), row.number("upper"));
    }

    private static String words(List<Characteristic> all) {
        return all.stream()
                .map(each -> (each.name() + " " + each.limits().lower().map(Limits::plain).orElse("") + ".."
                        + each.limits().upper().map(Limits::plain).orElse("") + " " + each.unit()).strip())
                .collect(Collectors.joining("; "));
    }
}
