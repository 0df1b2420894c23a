package dev.kontor.archive;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.Document;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.time.Clock;
import dev.kontor.archive.book.DemandedKind;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.facts.DocumentFiled;
import dev.kontor.archive.facts.RequiredKind;
import dev.kontor.archive.filing.Ending;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What has been filed with the order, and what the company demands. */
@Component
public final class ArchiveFacts implements FactSource {

    private final VolumeBook book;
    private final Clock clock;

    @Activate
    public ArchiveFacts(@Reference VolumeBook book, @Reference Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(RequiredKind.class, DocumentFiled.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        List<Document> documents = file.documents();
        List<Volume> volumes = book.of(file.number());
        int next = volumes.size() + 1;
        Optional<Ending> ending = Ending.of(file);
        Map<String, Integer> held = new HashMap<>();
        volumes.forEach(volume -> book.items(volume).stream().map(Item::document).forEach(id -> held.put(id, volume.part())));
        return Stream.concat(
                        book.kinds().stream()
                                .filter(DemandedKind::demanded)
                                .map(kind -> required(kind, next, documents, ending, file.today())),
                        documents.stream().map(document -> filed(document, held.getOrDefault(document.id(), next))))
                .toList();
    }

    private static RequiredKind required(
            DemandedKind kind, int next, List<Document> documents, Optional<Ending> ending, LocalDate today) {
        return new RequiredKind(
                kind.kind().value(), kind.role().value(), kind.supplementary(), next,
                (int) documents.stream().filter(document -> document.kind().equals(kind.kind())).count(),
                ending.filter(how -> how.exempts(kind)).isPresent(),
                ending.map(how -> (int) ChronoUnit.MONTHS.between(how.on(), today)).orElse(0));
    }

    private DocumentFiled filed(Document document, int volume) {
        String day = document.filedAt().atZone(clock.zone()).toLocalDate().toString();
        return new DocumentFiled(document.id(), document.kind().value(), document.by().value(), day, volume);
    }
}
