package dev.kontor.aftersales.retrospective;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.improvement.Improvements;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales has looked back on an order with the departments, and passes on what they found. */
@Component
public final class HoldRetrospective implements OrderCommand {

    private final Retrospectives retrospectives;
    private final Findings findings;
    private final Improvements improvements;
    private final Distribution distribution;

    @Activate
    public HoldRetrospective(
            @Reference Retrospectives retrospectives,
            @Reference Findings findings,
            @Reference Improvements improvements,
            @Reference Distribution distribution) {
        this.retrospectives = retrospectives;
        this.findings = findings;
        this.improvements = improvements;
        this.distribution = distribution;
    }

    @Override
    public String name() {
        return "aftersales/hold-retrospective";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.hold-retrospective");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.RETROSPECTIVE);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return new Form(
                List.of(
                        new Form.Section(Text.of("aftersales.who-looked-back"), List.of(
                                Field.date("held-on", Text.of("aftersales.retrospective-on")),
                                Field.choices("departments", Text.of("aftersales.departments"), improvements.owners()).withClause("8.2"),
                                Field.text("participants", Text.of("aftersales.participants")))),
                        new Form.Section(Text.of("aftersales.what-was-found"), List.of(
                                Field.longText("feedback", Text.of("aftersales.feedback")).withClause("8.2"),
                                Field.group("points", Text.of("aftersales.points"), points())
                                        .optional()
                                        .withHint(Text.of("aftersales.points-hint"))
                                        .withClause("8.2"),
                                Field.longText("summary", Text.of("aftersales.summary"))))),
                Text.of("aftersales.retrospective-submit"));
    }

    private List<Field> points() {
        return List.of(
                Field.longText("matter", Text.of("aftersales.matter")),
                Field.longText("cause", Text.of("aftersales.cause")).optional(),
                Field.longText("suggestion", Text.of("aftersales.suggestion")).optional(),
                Field.choice("owner", Text.of("aftersales.owner"), improvements.owners()).optional(),
                Field.date("due-on", Text.of("aftersales.due-on")).optional());
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Map<String, Object> values = new HashMap<>(Map.of("held-on", file.today().toString()));
        List<Values> points = findings.of(file).stream().map(matter -> new Values(Map.of("matter", matter))).toList();
        if (!points.isEmpty()) {
            values.put("points", points);
        }
        String feedback = findings.feedback(file);
        if (!feedback.isEmpty()) {
            values.put("feedback", feedback);
        }
        return new Values(values);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Looked.check(file, values);
        Retrospective held = new Retrospective(
                file.order().orElseThrow(), values.date("held-on").orElseThrow(), file.actor().id().value(), file.now());
        held.attend(values.choices("departments"), values.text("participants"));
        held.say(values.text("feedback"), values.text("summary"));
        retrospectives.keep(held);
        int position = 0;
        for (Values row : values.rows("points")) {
            position++;
            retrospectives.keep(point(file, position, row));
        }
        file.complete(task.orElseThrow().id(), Outcome.of("held"));
        int readers = distribution.pass(file, held);
        Text said = Text.of("aftersales.retrospective-held", position, readers);
        file.note("aftersales.retrospective-held", said, List.of());
        return Answer.of(said, file.number());
    }

    /** A suggestion that somebody is to carry out becomes an improvement. */
    private Point point(OrderFile file, int position, Values row) {
        Point point = new Point(file.number(), position, row.text("matter"), row.text("cause"), row.text("suggestion"));
        if (row.has("owner")) {
            point.becomes(improvements.plan(file, "retrospective", row.text("suggestion"), new Role(row.text("owner")),
                    row.date("due-on").orElseThrow()).subject());
        }
        return point;
    }
}
