package dev.kontor.archive.keeping;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Check;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.filing.Contents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the contents of a volume again and compares them, who signed them and when with what was kept when it was filed, with
 * the order's documents and with the order's journal, where each was noted as it arose.
 */
@Component(service = CompanyCommand.class)
public final class VerifyVolume extends VolumeCommand {

    private final Documents documents;
    private final FiledLines journal;

    @Activate
    public VerifyVolume(@Reference VolumeBook book, @Reference Documents documents, @Reference FiledLines journal) {
        super("verify", Text.of("archive.verify"), Set.of(Role.ARCHIVIST, Role.SUPERVISOR), book);
        this.documents = documents;
        this.journal = journal;
    }

    @Override
    protected List<Field> fields() {
        return List.of();
    }

    @Override
    protected Text submit() {
        return Text.of("archive.verify-submit");
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        Map<String, Document> filed = file.documents().stream().collect(Collectors.toMap(Document::id, Function.identity()));
        Set<FiledLines.Line> noted = journal.of(volume.order(), company.actor());
        List<Item> items = book.items(volume).stream().filter(item -> item.destroyedOn().isEmpty()).toList();
        List<String> altered = items.stream().filter(item -> !isAuthentic(item, filed, noted)).map(Item::name).toList();
        book.keep(new Check(volume, company.actor().id().value(), company.now(), items.size(), altered));
        if (altered.isEmpty()) {
            return Text.of("archive.verified-whole", volume.code(), items.size());
        }
        Text said = Text.of("archive.verified-altered", volume.code(), altered.size(), String.join(", ", altered));
        file.notify(Role.SUPERVISOR, said);
        return said;
    }

    private boolean isAuthentic(Item item, Map<String, Document> filed, Set<FiledLines.Line> noted) {
        FiledLines.Line line = FiledLines.Line.of(item);
        return Optional.ofNullable(filed.get(item.document()))
                .filter(document -> new FiledLines.Line(document.digest(), document.by(), document.filedAt()).equals(line))
                .filter(document -> noted.contains(line) && Contents.isWhole(documents, document, item.digest()))
                .isPresent();
    }
}
