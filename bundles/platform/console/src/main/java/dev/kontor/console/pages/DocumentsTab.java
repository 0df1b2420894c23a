package dev.kontor.console.pages;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.Document;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** The documents filed with the order. */
@Component(service = OrderTab.class)
public final class DocumentsTab implements OrderTab {

    @Override
    public String id() {
        return "documents";
    }

    @Override
    public Text title() {
        return Words.of("documents");
    }

    @Override
    public int position() {
        return 80;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    private static String icon(String type) {
        return DocumentPage.canBeShown(type) ? "eye" : "file-text";
    }

    private static Cell keep(Document document) {
        return document.destroyedAt()
                .<Cell>map(at -> new Cell.Badge(Cell.Tone.NEUTRAL, Words.of("document.is-destroyed")))
                .orElse(new Cell.Link(Words.of("document.keep"), "documents/" + document.id(), "download"));
    }

    @Override
    public List<Block> show(OrderView file) {
        return List.of(new Block.Table(
                title(),
                List.of(
                        Words.column("name"), Words.column("kind"), Words.number("kilobytes"), Words.column("by"),
                        Words.column("filed-at"), Words.column("digest"), Words.column("do")),
                file.documents().stream()
                        .map(document -> List.of(
                                new Cell.Link(Text.plain(document.name()), "document/" + document.id(), icon(document.type())),
                                Cell.words(Text.of("document." + document.kind())),
                                new Cell.Number(BigDecimal.valueOf((document.size() + 1023) / 1024)),
                                Cell.words(Words.person(document.by())),
                                new Cell.Moment(document.filedAt()),
                                Cell.plain(document.digest().substring(0, 12)),
                                keep(document)))
                        .toList(),
                "",
                Words.of("documents.none")));
    }
}
