package dev.kontor.aftersales.visit;

import dev.kontor.aftersales.warranty.Warranties;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The engineer has visited a customer whom nobody was to visit that day; those that are planned stay as they are. */
@Component
public final class RecordUnplannedVisit implements OrderCommand {

    private final Visits visits;
    private final Survey survey;

    @Activate
    public RecordUnplannedVisit(@Reference Visits visits, @Reference Survey survey) {
        this.visits = visits;
        this.survey = survey;
    }

    @Override
    public String name() {
        return "aftersales/record-unplanned-visit";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.record-unplanned-visit");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.AFTERSALES_ENGINEER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field> fields = new ArrayList<>(List.of(Field.date("held-on", Text.of("aftersales.held-on"))));
        fields.addAll(Survey.fields());
        fields.add(Field.longText("words", Text.of("aftersales.words")).optional());
        return Form.of(Text.of("aftersales.record-visit"), fields.toArray(Field[]::new));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("held-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        LocalDate delivered = Warranties.delivered(file).orElseThrow();
        LocalDate on = values.date("held-on").orElseThrow();
        List<Refused.Gap> gaps = Survey.day(file, on, delivered, Text.of("aftersales.before-delivery", delivered));
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        Visit visit = visits.unplanned(file, on);
        int begun = survey.hold(file, visit, values);
        return Answer.of(Text.of("aftersales.visit-recorded", visit.id(), begun), file.number()).withId(visit.id());
    }
}
