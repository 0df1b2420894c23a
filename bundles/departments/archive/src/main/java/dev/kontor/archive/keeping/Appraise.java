package dev.kontor.archive.keeping;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archivist appraises what is over its retention period and proposes to destroy it (鉴定, R-9.6). */
@Component(service = CompanyCommand.class)
public final class Appraise extends VolumeCommand {

    @Activate
    public Appraise(@Reference VolumeBook book) {
        super("appraise", Text.of("archive.appraise"), Set.of(Role.ARCHIVIST), book);
    }

    @Override
    protected List<Field> fields() {
        return List.of(Field.longText("opinion", Text.of("archive.appraisal-opinion"))
                .withClause("9.2")
                .withHint(Text.of("archive.appraisal-hint")));
    }

    @Override
    protected Text submit() {
        return Text.of("archive.appraise-submit");
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        if (book.openAppraisal(volume).isPresent()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.appraised-already", volume.code()));
        }
        List<Item> items = Destruction.candidates(book.items(volume), company.today());
        Destruction.demandAllowed(file, volume, items, book);
        Appraisal appraisal = new Appraisal(volume, values.text("opinion"), company.actor().id().value(), company.now());
        book.keep(appraisal);
        items.forEach(item -> item.appraise(appraisal.id()));
        Text said = Text.of("archive.appraised", volume.code(), items.size());
        file.note("archive.appraise", said, List.of());
        file.notify(Role.LEADERSHIP, said);
        return said;
    }
}
