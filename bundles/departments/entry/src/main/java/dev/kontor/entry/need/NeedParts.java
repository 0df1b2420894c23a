package dev.kontor.entry.need;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.need.NeedPart;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What departments that run now want known of a need besides. One that cannot say so now is left out: needs are recorded all the same. */
@Component(service = NeedParts.class)
public final class NeedParts {

    private final List<NeedPart> parts = new CopyOnWriteArrayList<>();
    private final Wall wall;

    @Activate
    public NeedParts(@Reference Wall wall) {
        this.wall = wall;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bind(NeedPart part) {
        NeedPart guarded = wall.guard(NeedPart.class, part);
        wall.speaks(guarded);
        parts.add(guarded);
    }

    void unbind(NeedPart part) {
        parts.remove(wall.guard(NeedPart.class, part));
    }

    private record Asking(NeedPart part, List<Field> fields) {}

    private List<Asking> asking() {
        return parts.stream().filter(wall::speaks).map(part -> new Asking(part, fields(part))).filter(each -> !each.fields().isEmpty()).toList();
    }

    private List<Field> fields(NeedPart part) {
        String own = part.department() + "-";
        return wall.part(part, () -> part.fields().stream().filter(field -> field.name().startsWith(own)).toList(), missing -> List.of());
    }

    /** One for each department, under its name. */
    List<Form.Section> sections() {
        return asking().stream()
                .map(each -> new Form.Section(Text.of("department." + each.part().department()), each.fields().stream().map(Field::optional).toList()))
                .toList();
    }

    /** Who asks now, for {@link NeedForm#ASKED}. */
    String asked() {
        return asking().stream().map(each -> each.part().department()).collect(Collectors.joining(" "));
    }

    void keep(String need, Values values) {
        asking().forEach(each -> each.part().keep(need, values));
    }

    /** A department that was not asked, and of whose part nothing is said, keeps what it knows. */
    void change(String need, Values values) {
        List<String> asked = List.of(values.text(NeedForm.ASKED).split(" "));
        asking().stream()
                .filter(each -> asked.contains(each.part().department()) || each.fields().stream().anyMatch(field -> values.has(field.name())))
                .forEach(each -> each.part().keep(need, values));
    }

    /** What departments keep of some needs. */
    public Kept kept(Set<String> needs) {
        List<Field> fields = new ArrayList<>();
        Map<String, Map<String, Object>> all = new HashMap<>();
        for (Asking each : asking()) {
            Map<String, Values> kept = wall.part(each.part(), () -> each.part().kept(needs), missing -> Map.of());
            fields.addAll(each.fields());
            kept.forEach((need, values) -> all.computeIfAbsent(need, fresh -> new HashMap<>()).putAll(values.all()));
        }
        return new Kept(fields, all);
    }
}
