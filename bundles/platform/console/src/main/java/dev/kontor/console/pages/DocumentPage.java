package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One document: what it is evidence of, by whom, since when, its digest, and a look at it where that is safe. */
@Component(service = Page.class)
public final class DocumentPage implements Page {

    /** Types that run nothing. An SVG or an office file could; those are for keeping only. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");

    private final Documents documents;

    @Activate
    public DocumentPage(@Reference Documents documents) {
        this.documents = documents;
    }

    public static boolean canBeShown(String type) {
        return SHOWN.contains(type);
    }

    @Override
    public String path() {
        return "document";
    }

    @Override
    public Text title() {
        return Words.of("document");
    }

    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        Document document = documents.document(query.tail().isEmpty() ? "" : query.tail().get(0), query.reader())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-document")));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(Text.plain(""), List.of(
                new Block.Fact(Words.of("kind"), Cell.words(Text.of("document." + document.kind()))),
                new Block.Fact(Words.of("by"), Cell.words(Words.person(document.by()))),
                new Block.Fact(Words.of("filed-at"), new Cell.Moment(document.filedAt())),
                new Block.Fact(Words.of("kilobytes"), new Cell.Number(BigDecimal.valueOf((document.size() + 1023) / 1024))),
                new Block.Fact(Words.of("digest"), Cell.plain(document.digest())))));
        blocks.add(content(document));
        View view = View.of(Text.plain(document.name()), blocks.toArray(Block[]::new))
                .withAbove(Words.of("document.of", document.order().value()));
        View kept = document.destroyedAt().isPresent()
                ? view
                : view.withAction(new Cell.Link(Words.of("document.keep"), "documents/" + document.id(), "download"));
        return kept.withAction(new Cell.Link(Words.of("document.back"), "orders/" + document.order() + "?tab=documents", ""));
    }

    private static Block content(Document document) {
        if (document.destroyedAt().isPresent()) {
            return new Block.Note(Cell.Tone.WARNING, Words.of("document.destroyed", document.destroyedAt().get()));
        }
        return canBeShown(document.type())
                ? new Block.Preview(Words.of("preview"), document.type(), "documents/" + document.id() + "/look")
                : new Block.Note(Cell.Tone.INFO, Words.of("preview.none"));
    }
}
