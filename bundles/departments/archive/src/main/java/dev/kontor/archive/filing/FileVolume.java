package dev.kontor.archive.filing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.book.Numbers;
import dev.kontor.archive.book.RecordClass;
import dev.kontor.archive.book.VolumeBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archivist classifies what was filed with an order and binds it into a volume. */
@Component
public final class FileVolume implements OrderCommand {

    private static final int MOST_PAGES = 100_000;

    /** Finance's: the papers of a completed order are put in order for the archive. */
    private static final TaskKind HAND_OVER = new TaskKind("finance.hand-over");

    private final VolumeBook book;
    private final Numbers numbers;
    private final Binding binding;
    private final Documents documents;
    private final Completion completion;

    @Activate
    public FileVolume(
            @Reference VolumeBook book, @Reference Numbers numbers, @Reference Binding binding, @Reference Documents documents,
            @Reference Completion completion) {
        this.book = book;
        this.numbers = numbers;
        this.binding = binding;
        this.documents = documents;
        this.completion = completion;
    }

    @Override
    public String name() {
        return "archive/file";
    }

    @Override
    public Text title() {
        return Text.of("archive.file");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ARCHIVIST);
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Archive.FILE);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> classes = numbers.classes().stream()
                .map(each -> new Field.Option(each.code(), Text.plain(each.code() + " " + each.name())))
                .toList();
        List<Field.Option> unfiled = book.unfiled(file.number(), file.documents()).stream()
                .map(document -> new Field.Option(document.id(), Text.of(
                        "archive.document-of-kind", book.name(document.kind()), document.name())))
                .toList();
        List<Field> fields = List.of(
                Field.choice("class", Text.of("archive.class"), classes).withClause("9.2"),
                Field.group("pages", Text.of("archive.page-counts"), List.of(
                                Field.choice("document", Text.of("archive.document"), unfiled),
                                Field.number("count", Text.of("archive.pages"))))
                        .optional()
                        .withHint(Text.of("archive.page-counts-hint")),
                Field.longText("remarks", Text.of("archive.remarks")).optional());
        return new Form(List.of(new Form.Section(heading(file), fields)), Text.of("archive.file-submit"));
    }

    /** Papers may be filed before finance has put all of them in order; what comes then is another volume's. */
    private static Text heading(OrderView file) {
        return file.openTasks(HAND_OVER).isEmpty() ? Text.plain("") : Text.of("archive.not-handed-over");
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return numbers.classes().stream().findFirst().map(first -> new Values(Map.of("class", first.code()))).orElse(Values.NONE);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        demandArchivist(file);
        List<Document> unfiled = book.unfiled(file.number(), file.documents());
        if (unfiled.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.nothing-to-file"));
        }
        Decision completeness = file.consult(Question.at(Archive.COMPLETENESS));
        Missing.demandNothing(completeness, book);
        demandUnaltered(unfiled);
        RecordClass classified = numbers.find(values.text("class"))
                .orElseThrow(() -> Refused.at("class", Text.of("archive.no-class", values.text("class"))));
        String code = binding.bind(file, unfiled, classified, pages(values), values.text("remarks")).code();
        file.complete(task.orElseThrow().id(), Outcome.of("filed"));
        completion.lookAgain(file, completeness);
        return Answer.of(Text.of("archive.filed-as", unfiled.size(), code), file.number());
    }

    /** One dedicated person organises and classifies, whatever else a task can be delegated for. */
    private static void demandArchivist(OrderFile file) {
        if (!file.actor().holds(Role.ARCHIVIST)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("archive.archivist-only"));
        }
    }

    private void demandUnaltered(List<Document> unfiled) {
        List<Text> altered = unfiled.stream()
                .filter(document -> !Contents.isWhole(documents, document, document.digest()))
                .map(document -> Text.plain(document.name()))
                .toList();
        if (!altered.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.altered", altered.size(), Missing.joined(altered)));
        }
    }

    private static Map<String, Integer> pages(Values values) {
        Map<String, Integer> pages = new HashMap<>();
        List<Values> rows = values.rows("pages");
        for (int i = 0; i < rows.size(); i++) {
            String field = "pages[" + i + "].count";
            int count = rows.get(i).number("count")
                    .filter(number -> number.signum() > 0 && number.stripTrailingZeros().scale() <= 0)
                    .filter(number -> number.intValue() <= MOST_PAGES && number.precision() - number.scale() <= 6)
                    .orElseThrow(() -> Refused.at(field, Text.of("archive.pages-wrong")))
                    .intValueExact();
            if (pages.put(rows.get(i).text("document"), count) != null) {
                throw Refused.at("pages[" + i + "].document", Text.of("archive.pages-twice"));
            }
        }
        return pages;
    }
}
