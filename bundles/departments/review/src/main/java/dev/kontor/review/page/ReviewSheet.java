package dev.kontor.review.page;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the review came to, as a paper of the order's file: the review opinions that the archive asks for. While
 * nothing prints the file waits for it, and nothing else does.
 */
@Component(service = ReviewSheet.class)
public final class ReviewSheet {

    private static final DocumentKind KIND = new DocumentKind("review.opinions");

    private final ReviewTab tab;
    private final Optional<Printer> printer;

    @Activate
    public ReviewSheet(@Reference ReviewTab tab, @Reference(policyOption = ReferencePolicyOption.GREEDY) Optional<Printer> printer) {
        this.tab = tab;
        this.printer = printer;
    }

    /** @throws Refused {@code UNAVAILABLE} while nothing prints: the file comes again */
    public void file(OrderFile file) {
        if (OpenedOrder.isTakenOver(file)) {
            return; // its opinions lie where it was reviewed
        }
        Printer ready = printer.orElseThrow(() -> Refused.because(Refused.Reason.UNAVAILABLE, Text.of("review.sheet.no-printer")));
        int revision = file.order().orElseThrow().revision();
        Paper paper = new Paper("review-%s-%d".formatted(file.number(), revision), Text.of("review.sheet"),
                "%s / %d".formatted(file.number(), revision), tab.show(file), List.of());
        file.file(KIND, ready.print(paper, "zh-CN"));
    }
}
