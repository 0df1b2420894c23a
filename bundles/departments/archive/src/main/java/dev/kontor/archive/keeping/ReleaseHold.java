package dev.kontor.archive.keeping;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.LegalHold;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership releases the legal holds of a volume; they stay to be seen with both reasons. */
@Component(service = CompanyCommand.class)
public final class ReleaseHold extends VolumeCommand {

    @Activate
    public ReleaseHold(@Reference VolumeBook book) {
        super("release-hold", Text.of("archive.release-hold"), Set.of(Role.LEADERSHIP), book);
    }

    @Override
    protected List<Field> fields() {
        return List.of(Field.longText("reason", Text.of("archive.release-reason")).withClause("9.2"));
    }

    @Override
    protected Text submit() {
        return Text.of("archive.release-submit");
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        List<LegalHold> standing = book.holds(volume).stream().filter(LegalHold::stands).toList();
        if (standing.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.no-hold", volume.code()));
        }
        standing.forEach(hold -> hold.release(values.text("reason"), company.actor().id().value(), company.now()));
        Text said = Text.of("archive.released", volume.code(), values.text("reason"));
        file.note("archive.release-hold", said, List.of());
        return said;
    }
}
