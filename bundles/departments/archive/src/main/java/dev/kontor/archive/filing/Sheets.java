package dev.kontor.archive.filing;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Two of the nine kinds are no paper that anybody has in hand: the order as it was entered and its review stand in the platform
 * alone. When the order is completed they are printed from there, unless a department has filed its own.
 */
@Component(service = Sheets.class)
public final class Sheets {

    static final DocumentKind ORDER = new DocumentKind("entry.order");
    static final DocumentKind OPINIONS = new DocumentKind("review.opinions");

    /** The platform's text for a sign-in name. */

    private static final int PART = 200;

    private final Printer printer;
    private final Journals journals;

    @Activate
    public Sheets(@Reference Printer printer, @Reference Journals journals) {
        this.printer = printer;
        this.journals = journals;
    }

    /** Files what is missing of the two. */
    void collect(OrderFile file) {
        file.order().filter(order -> lacks(file, ORDER)).ifPresent(order -> file(file, ORDER, OrderSheet.of(order)));
        List<Block.Event> review = lacks(file, OPINIONS) ? review(file) : List.of();
        if (!review.isEmpty()) {
            file(file, OPINIONS, new Paper(
                    "review-" + file.number(), Text.of("archive.review-sheet"), file.number().value(),
                    List.of(new Block.Timeline(Text.of("archive.review-lines"), review, "")), List.of()));
        }
    }

    private static boolean lacks(OrderFile file, DocumentKind kind) {
        return file.documents().stream().noneMatch(document -> document.kind().equals(kind));
    }

    private void file(OrderFile file, DocumentKind kind, Paper paper) {
        file.file(kind, printer.print(paper, "zh-CN"));
    }

    /** Who said what in which review, newest first, as the order's journal has it. */
    private List<Block.Event> review(OrderFile file) {
        List<Block.Event> events = new ArrayList<>();
        List<Entry> part = journals.of(file.number(), Long.MAX_VALUE, PART, file.actor());
        while (!part.isEmpty()) {
            part.stream()
                    .filter(entry -> entry.kind().startsWith("review."))
                    .map(entry -> new Block.Event(
                            entry.at(), Text.person(entry.by().value()), entry.what(), List.of(), List.of(), Tone.NEUTRAL))
                    .forEach(events::add);
            part = journals.of(file.number(), part.get(part.size() - 1).sequence(), PART, file.actor());
        }
        return events;
    }
}
