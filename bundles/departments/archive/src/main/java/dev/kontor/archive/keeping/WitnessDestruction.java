package dev.kontor.archive.keeping;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Packages;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.filing.Completion;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Two people who had no hand in it witness the destruction, each for themselves (监销). It happens in the command of the second
 * one: from its commit on nobody opens the documents, nor a package that holds them.
 */
@Component(service = CompanyCommand.class)
public final class WitnessDestruction extends VolumeCommand {

    private final Completion completion;

    @Activate
    public WitnessDestruction(@Reference VolumeBook book, @Reference Completion completion) {
        super("witness", Text.of("archive.witness"), Set.of(Role.ARCHIVIST, Role.FINANCE_CLERK, Role.SUPERVISOR), book);
        this.completion = completion;
    }

    @Override
    protected List<Field> fields() {
        return List.of(Field.yesNo("witnessed", Text.of("archive.witnessed")).withClause("9.2").withHint(Text.of("archive.witness-hint")));
    }

    @Override
    protected Text submit() {
        return Text.of("archive.witness-submit");
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        if (!values.yes("witnessed")) {
            throw Refused.at("witnessed", Text.of("archive.not-witnessed"));
        }
        Appraisal appraisal = Destruction.open(file, volume, book, Appraisal.State.APPROVED, Appraisal.State.WITNESSED);
        List<Item> items = Destruction.named(book.items(volume), appraisal);
        Destruction.demandAllowed(file, volume, items, book);
        boolean second = appraisal.witness(company.actor().id().value(), company.now());
        Text said = second ? destroyed(file, volume, items) : Text.of("archive.witnessed-once", volume.code());
        file.note("archive.witness", said, List.of());
        return said;
    }

    private Text destroyed(OrderFile file, Volume volume, List<Item> items) {
        List<Document> packages = Packages.kept(volume, file.documents());
        items.forEach(item -> file.destroy(document(file, item)));
        items.forEach(item -> item.destroy(file.today()));
        packages.forEach(file::destroy);
        completion.demandFiling(file); // the register is kept for ever
        return Text.of("archive.destroyed-for-good", volume.code(), items.size());
    }

    private static Document document(OrderFile file, Item item) {
        return file.documents().stream()
                .filter(each -> each.id().equals(item.document()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s has no document %s.".formatted(file.number(), item.document())));
    }
}
