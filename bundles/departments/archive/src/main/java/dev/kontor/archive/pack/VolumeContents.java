package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The files of a package: manifest, catalogue as a list and as it was printed, the order's journal, and the documents, readable
 * without the platform. Usable only inside a command or a read.
 */
@Component(service = VolumeContents.class)
public final class VolumeContents {

    private static final List<String> CATALOGUE_HEAD = List.of(
            "件号 No.", "单据种类 Kind", "文件名 Name", "签署人 Signed by", "日期 Date", "页数 Pages", "字节 Bytes", "SHA-256",
            "保管至 Kept until", "销毁日期 Destroyed on");

    private final VolumeBook book;
    private final Documents documents;
    private final JournalSheet journal;
    private final Texts texts;

    @Activate
    public VolumeContents(
            @Reference VolumeBook book, @Reference Documents documents, @Reference JournalSheet journal, @Reference Texts texts) {
        this.book = book;
        this.documents = documents;
        this.journal = journal;
        this.texts = texts;
    }

    /**
     * The package's parts: the manifest first, which names the digest of every other. Documents are read when their part is
     * written.
     *
     * @param filed the order's documents
     */
    List<Part> of(Volume volume, Collection<Document> filed, Person packer, Instant at) {
        List<Item> items = book.items(volume);
        Map<String, Document> byId = filed.stream().collect(Collectors.toMap(Document::id, Function.identity()));
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of("catalogue.csv", catalogue(items)));
        printed(volume, filed).ifPresent(paper -> parts.add(part("catalogue.pdf", paper)));
        parts.add(Part.of("journal.csv", journal.of(volume.order(), packer)));
        items.stream()
                .filter(item -> item.destroyedOn().isEmpty())
                .forEach(item -> parts.add(part(path(item), byId.get(item.document()))));
        parts.add(0, Part.of(PackageFormat.MANIFEST, manifest(volume, parts, packer, at)));
        return parts;
    }

    /** The name of an item's content in the package; without two dots in a row, which some programs refuse to unpack. */
    private static String path(Item item) {
        return "documents/%03d-%s".formatted(item.position(), item.name().replaceAll("[\\r\\n/\\\\]", "_").replaceAll("\\.{2,}", "."));
    }

    /** As it was bound; its name ends in the volume's code. */
    private static Optional<Document> printed(Volume volume, Collection<Document> filed) {
        return filed.stream()
                .filter(document -> document.kind().equals(VolumeBook.CATALOGUE) && document.destroyedAt().isEmpty())
                .filter(document -> document.name().endsWith(volume.code().replace('·', '-') + ".pdf"))
                .findFirst();
    }

    private Part part(String name, Document document) {
        return new Part(name, document.digest(), document.size(), out -> copy(document, out));
    }

    private void copy(Document document, OutputStream out) throws IOException {
        try (InputStream content = opened(document)) {
            content.transferTo(out);
        }
    }

    /** It is what its digest says, or does not open. */
    private InputStream opened(Document document) {
        try {
            return documents.open(document);
        } catch (IOException altered) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.altered", 1, document.name()));
        }
    }

    private byte[] manifest(Volume volume, List<Part> parts, Person packer, Instant at) {
        StringBuilder lines = new StringBuilder("kontor-archive 2\ncode %s\norder %s\ncontract %s\ncustomer %s %s\nfiled %s %s\npacked %s %s\n"
                .formatted(volume.code(), volume.order(), plain(volume.contract()), volume.customer(), plain(volume.customerName()),
                        volume.filedAt(), named(volume.filedBy()), at, named(packer.id())));
        parts.forEach(part -> lines.append("file %s %d %s\n".formatted(part.digest(), part.size(), part.name())));
        return lines.toString().getBytes(UTF_8);
    }

    private String named(PersonId person) {
        return plain(JournalSheet.named(texts, person));
    }

    private static String plain(String words) {
        return words.replaceAll("\\R", " ");
    }

    private byte[] catalogue(List<Item> items) {
        Csv csv = new Csv().row(CATALOGUE_HEAD);
        items.forEach(item -> csv.row(List.of(
                String.valueOf(item.position()),
                texts.say(book.name(item.kind()), Locale.SIMPLIFIED_CHINESE),
                item.name(),
                named(item.signedBy()),
                item.signedAt().toString(),
                item.pages() == 0 ? "" : String.valueOf(item.pages()),
                String.valueOf(item.size()),
                item.digest(),
                item.keptUntil().map(Object::toString).orElse("永久 for ever"),
                item.destroyedOn().map(Object::toString).orElse(""))));
        return csv.bytes();
    }
}
