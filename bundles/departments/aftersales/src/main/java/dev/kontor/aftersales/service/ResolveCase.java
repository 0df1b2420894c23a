package dev.kontor.aftersales.service;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.warranty.RetentionMoney;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The service is done, and the customer confirms it, or withdraws what was asked for. Advice is confirmed by nobody's
 * signature.
 */
@Component
public final class ResolveCase implements OrderCommand {

    private static final String WITHDRAWN = "withdrawn";
    private static final int MOST_OF_PARTS = 20_000;

    private final Cases cases;
    private final ServiceKinds kinds;
    private final Printer printer;

    @Activate
    public ResolveCase(@Reference Cases cases, @Reference ServiceKinds kinds, @Reference Printer printer) {
        this.cases = cases;
        this.kinds = kinds;
        this.printer = printer;
    }

    @Override
    public String name() {
        return "aftersales/resolve-case";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.resolve-case");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.RESOLUTION);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> cases.find(file.number(), owed.subject()))
                .filter(each -> each.answer().isPresent())
                .isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return new Form(
                List.of(new Form.Section(AnswerCase.heading(cases, kinds, file, task), List.of(
                        Field.date("resolved-on", Text.of("aftersales.resolved-on")),
                        Field.longText("work", Text.of("aftersales.work")).withClause("8.1"),
                        Field.group("parts", Text.of("aftersales.parts"), List.of(
                                        Field.text("part", Text.of("aftersales.part")),
                                        Field.number("quantity", Text.of("aftersales.quantity"))))
                                .optional(),
                        Field.choice("result", Text.of("aftersales.result"), Stream.of("solved", "no-fault", WITHDRAWN)
                                .map(each -> new Field.Option(each, Text.of("aftersales.result." + each)))
                                .toList()),
                        Field.text("confirmed-by", Text.of("aftersales.confirmed-by")).optional(),
                        Field.file("confirmation", Text.of("aftersales.confirmation"))
                                .optional()
                                .withHint(Text.of("aftersales.confirmation-hint"))
                                .withClause("9.1")))),
                Text.of("aftersales.resolve-submit"));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("resolved-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        ServiceCase done = cases.find(file.number(), task.orElseThrow().subject()).orElseThrow();
        LocalDate on = AnswerCase.day(file, done, values, "resolved-on");
        done.answer().map(ServiceCase.Act::on).filter(on::isBefore).ifPresent(day -> {
            throw Refused.at("resolved-on", Text.of("aftersales.before-answer", day));
        });
        demandConfirmation(done, values);
        demandParts(values);
        done.resolve(values.text("work"), parts(values), values.text("result"), on, file.actor().id().value());
        done.confirm(values.text("confirmed-by"), values.upload("confirmation")
                .map(upload -> file.file(Vocabulary.RECORD, upload))
                .map(Document::id)
                .orElse(""));
        file.file(Vocabulary.RECORD, printer.print(CasePaper.of(done, kinds.name(done.kind(), file.actor())), "zh-CN"));
        file.complete(task.orElseThrow().id(), Outcome.of(done.result()));
        RetentionMoney.askAnew(file);
        Text said = said(done, on, values);
        file.note("aftersales.case-resolved", said, List.of());
        file.notify(file.summary().representative(), said);
        return Answer.of(said, file.number()).goingTo("aftersales/cases/" + done.id()).withId(done.id());
    }

    /** Who withdrew a case, on which day and by which paper stands in the journal. */
    private static Text said(ServiceCase done, LocalDate on, Values values) {
        return done.result().equals(WITHDRAWN) && values.has("confirmed-by")
                ? Text.of("aftersales.case-withdrawn", done.id(), done.confirmedBy(), on,
                        values.upload("confirmation").map(Upload::name).orElse("-"))
                : Text.of("aftersales.case-resolved", done.id(), Text.of("aftersales.result." + done.result()));
    }

    private static void demandConfirmation(ServiceCase done, Values values) {
        if (done.like().equals(ServiceKinds.ADVICE)) {
            return;
        }
        List<Refused.Gap> gaps = Stream.of("confirmed-by", "confirmation")
                .filter(field -> !values.has(field))
                .map(field -> new Refused.Gap(field, Text.of("aftersales.confirmation-hint")))
                .toList();
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    /** Some of each, and no longer than can be kept. */
    private static void demandParts(Values values) {
        List<Values> rows = values.rows("parts");
        List<Refused.Gap> gaps = IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).number("quantity").orElseThrow().signum() <= 0)
                .mapToObj(row -> new Refused.Gap("parts[" + row + "].quantity", Text.of("aftersales.quantity-wrong")))
                .toList();
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        if (parts(values).length() > MOST_OF_PARTS) {
            throw Refused.at("parts", Text.of("aftersales.too-many-parts"));
        }
    }

    private static String parts(Values values) {
        return values.rows("parts").stream()
                .map(row -> row.text("part") + " × " + row.text("quantity"))
                .collect(Collectors.joining("\n"));
    }
}
