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
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Consultation;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Packages;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.keeping.VolumeCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes one signed file of a volume, which proves itself wherever it is taken. Taking it along is a consultation.
 *
 * <p>All of it is one transaction, which has the volume's name from its beginning: nothing else is done with the volume meanwhile,
 * a destruction neither. The order goes on while the file is written, which may take a while; its row is locked for the end only,
 * when the package is filed with it.
 */
@Component(service = CompanyCommand.class, configurationPid = "dev.kontor.archive.pack")
public final class PackVolume extends VolumeCommand {

    /** What was written, on its way to being filed. */
    private static final String ZIP = "zip";

    private static final long MEGABYTE = 1024 * 1024;

    private final VolumeContents contents;
    private final PackageKey key;
    private final Documents documents;
    private final long most;

    @Activate
    public PackVolume(
            @Reference VolumeBook book, @Reference VolumeContents contents, @Reference PackageKey key, @Reference Documents documents,
            PackSettings settings) {
        this(book, contents, key, documents, settings.most_megabytes() * MEGABYTE);
    }

    PackVolume(VolumeBook book, VolumeContents contents, PackageKey key, Documents documents, long most) {
        super("pack", Text.of("archive.pack"), Set.of(Role.ARCHIVIST, Role.LEADERSHIP), book);
        this.contents = contents;
        this.key = key;
        this.documents = documents;
        this.most = most;
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
    protected Values prepared(CompanyFile company, Volume volume, Values values) {
        demandNotApproved(volume);
        Map<String, Object> ready = new HashMap<>(values.all());
        ready.put(ZIP, written(company, volume, kept(volume)));
        return new Values(ready);
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        demandThere(kept(volume), file.documents());
        Document packed = file.file(VolumeBook.PACKAGE, values.upload(ZIP).orElseThrow());
        book.keep(new Consultation(
                volume, company.actor().id().value(), company.today(), company.now(), values.text("purpose")));
        return Text.of("archive.packed", volume.code(), packed.name());
    }

    /** The register of an approved destruction names every package that goes with it: none is made from then on. */
    private void demandNotApproved(Volume volume) {
        if (book.openAppraisal(volume).filter(appraisal -> appraisal.state() != Appraisal.State.APPRAISED).isPresent()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.appraised-already", volume.code()));
        }
    }

    private List<Item> kept(Volume volume) {
        return book.items(volume).stream().filter(item -> item.destroyedOn().isEmpty()).toList();
    }

    private Upload written(CompanyFile company, Volume volume, List<Item> items) {
        List<Document> filed = documents.of(volume.order(), company.actor());
        if (filed.isEmpty()) { // a volume's order has some: who sees none may not see the order
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("archive.no-volume"));
        }
        long size = items.stream().mapToLong(Item::size).sum();
        if (size > most) {
            throw Refused.because(Refused.Reason.TOO_LARGE, Text.of("archive.too-large", size / MEGABYTE, most / MEGABYTE));
        }
        demandThere(items, filed);
        List<Part> parts = contents.of(volume, filed, company.actor(), company.now());
        KeyPair own = key.own(company.now());
        try {
            return documents.take(Packages.name(volume), most, out -> SignedZip.write(out, parts, own));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static void demandThere(List<Item> items, Collection<Document> filed) {
        Map<String, Document> there = filed.stream()
                .filter(document -> document.destroyedAt().isEmpty())
                .collect(Collectors.toMap(Document::id, Function.identity()));
        for (Item item : items) {
            Document document = there.get(item.document());
            if (document == null || !document.digest().equals(item.digest())) {
                throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.altered", 1, item.name()));
            }
        }
    }
}
