package dev.kontor.review.page;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the review came to, as a paper of the order's file: the review opinions that the archive asks for. While
 * nothing prints the file waits for it, and nothing else does.
 */
@Component
public final class ReviewSheet implements Department {

    private static final DepartmentId ID = new DepartmentId("review-papers");
    private static final DocumentKind KIND = new DocumentKind("review.opinions");

    private final ReviewTab tab;
    private final Printer printer;

    @Activate
    public ReviewSheet(@Reference ReviewTab tab, @Reference Printer printer) {
        this.tab = tab;
        this.printer = printer;
    }

    @Override
    public DepartmentId id() {
        return ID;
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of(MilestoneName.REVIEW_CLEARED);
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void open(OrderFile file) {
        if (OpenedOrder.isTakenOver(file)) {
            return; // its opinions lie where it was reviewed
        }
        int revision = file.order().orElseThrow().revision();
        Paper paper = new Paper("review-%s-%d".formatted(file.number(), revision), Text.of("review.sheet"),
                "%s / %d".formatted(file.number(), revision), tab.show(file), List.of());
        file.file(KIND, printer.print(paper, "zh-CN"));
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // raises no tasks
    }
}
