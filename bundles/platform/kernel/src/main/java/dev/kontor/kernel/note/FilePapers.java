package dev.kontor.kernel.note;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Puts papers to an order that no department's own form asks for: letters, drawings, minutes. Several at once. */
@Component
public final class FilePapers implements OrderCommand {

    private static final List<String> KINDS = List.of("letter", "drawing", "minutes", "other");

    @Override
    public String name() {
        return "documents/file";
    }

    @Override
    public Text title() {
        return Text.of("kernel.papers.file");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    /** Behind the business of the order. */
    @Override
    public int position() {
        return 90;
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> kinds = KINDS.stream()
                .map(kind -> new Field.Option(kind, Text.of("document.order." + kind)))
                .toList();
        return Form.of(
                Text.of("kernel.papers.send"),
                Field.group("papers", Text.of("kernel.papers"), List.of(
                        Field.file("file", Text.of("kernel.papers.paper")),
                        Field.choice("kind", Text.of("kernel.papers.kind"), kinds))).withHint(Text.of("kernel.papers.hint")));
    }

    /** What comes most stands there, so that dropping files and sending them is enough. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("papers", List.of(new Values(Map.of("kind", "letter")))));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        List<Values> papers = values.rows("papers");
        papers.forEach(paper ->
                file.file(new DocumentKind("order." + paper.text("kind")), paper.upload("file").orElseThrow()));
        return Answer.of(Text.of("kernel.papers.done", papers.size()), file.number())
                .goingTo("orders/" + file.number() + "?tab=documents");
    }
}
