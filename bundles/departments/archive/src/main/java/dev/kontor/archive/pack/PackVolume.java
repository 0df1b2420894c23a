package dev.kontor.archive.pack;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Consultation;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Packages;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.filing.Contents;
import dev.kontor.archive.keeping.VolumeCommand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes one signed file of a volume, which proves itself wherever it is taken. Taking it along is a consultation. */
@Component(service = CompanyCommand.class)
public final class PackVolume extends VolumeCommand {

    /** What manifest, catalogue and journal may take of the most that a file may have. */
    private static final long ROOM = Documents.MAX_BYTES - 1024 * 1024;

    private final VolumeContents contents;
    private final PackageKey key;
    private final Documents documents;

    @Activate
    public PackVolume(
            @Reference VolumeBook book, @Reference VolumeContents contents, @Reference PackageKey key, @Reference Documents documents) {
        super("pack", Text.of("archive.pack"), Set.of(Role.ARCHIVIST, Role.LEADERSHIP), book);
        this.contents = contents;
        this.key = key;
        this.documents = documents;
    }

    @Override
    protected List<Field> fields() {
        return List.of(Field.longText("purpose", Text.of("archive.purpose")).withClause("9.2"));
    }

    @Override
    protected Text submit() {
        return Text.of("archive.pack-submit");
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        List<Item> items = book.items(volume);
        long size = items.stream().filter(item -> item.destroyedOn().isEmpty()).mapToLong(Item::size).sum();
        if (size > ROOM) {
            throw Refused.because(Refused.Reason.TOO_LARGE, Text.of("archive.too-large", size / 1024 / 1024, ROOM / 1024 / 1024));
        }
        Map<String, byte[]> entries = contents.of(volume, items, read(file, items), company.actor(), company.now());
        byte[] zip = SignedZip.pack(entries, key.own(company.now()));
        Document packed = file.file(VolumeBook.PACKAGE, taken(Packages.name(volume), zip));
        book.keep(new Consultation(
                volume, company.actor().id().value(), company.today(), company.now(), values.text("purpose")));
        return Text.of("archive.packed", volume.code(), packed.name());
    }

    private Map<String, byte[]> read(OrderFile file, List<Item> items) {
        Map<String, Document> filed = file.documents().stream().collect(Collectors.toMap(Document::id, Function.identity()));
        Map<String, byte[]> read = new LinkedHashMap<>();
        for (Item item : items) {
            if (item.destroyedOn().isEmpty()) {
                byte[] content = Optional.ofNullable(filed.get(item.document()))
                        .flatMap(document -> Contents.read(documents, document, item.digest()))
                        .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("archive.altered", 1, item.name())));
                read.put(VolumeContents.path(item), content);
            }
        }
        return read;
    }

    private Upload taken(String name, byte[] zip) {
        try {
            return documents.take(name, new ByteArrayInputStream(zip));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
