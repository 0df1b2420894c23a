package dev.kontor.aftersales.retrospective;

import dev.kontor.aftersales.DepartmentRoles;
import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.Recipient;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passes a retrospective to company leadership and the departments, and files it as a paper. */
@Component(service = Distribution.class)
public final class Distribution {

    static final DocumentKind PAPER = new DocumentKind("aftersales.retrospective");

    private final Retrospectives retrospectives;
    private final DepartmentRoles departments;
    private final Printer printer;

    @Activate
    public Distribution(
            @Reference Retrospectives retrospectives, @Reference DepartmentRoles departments, @Reference Printer printer) {
        this.retrospectives = retrospectives;
        this.departments = departments;
        this.printer = printer;
    }

    /** @return to how many it was passed: to whom, the rules say */
    int pass(OrderFile file, Retrospective held) {
        Record[] recipients = Stream.concat(Stream.of(Role.LEADERSHIP), departments.all().stream())
                .map(role -> new Recipient(role.value()))
                .toArray(Record[]::new);
        List<Role> readers = file.consult(Question.at(Vocabulary.AT_RETROSPECTIVE, recipients).addingOnly()).all(Require.class).stream()
                .filter(each -> each.task().equals(Vocabulary.READING))
                .map(Require::role)
                .distinct()
                .toList();
        readers.forEach(role -> retrospectives.keep(new Receipt(file.number(), role)));
        file.file(PAPER, printer.print(paper(held), "zh-CN"));
        return readers.size();
    }

    private Paper paper(Retrospective held) {
        return new Paper(
                "retrospective-" + held.order(),
                Text.of("aftersales.retrospective"),
                held.order().value(),
                RetrospectiveBlocks.of(held, retrospectives.points(held.order())),
                List.of());
    }
}
