package dev.kontor.archive.keeping;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
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

/** Company leadership forbids that anything of an order's volumes is destroyed: a dispute, an inspection (停止销毁, R-9.6). */
@Component(service = CompanyCommand.class)
public final class SetHold extends VolumeCommand {

    @Activate
    public SetHold(@Reference VolumeBook book) {
        super("hold", Text.of("archive.hold"), Set.of(Role.LEADERSHIP), book);
    }

    @Override
    protected List<Field> fields() {
        return List.of(Field.longText("reason", Text.of("archive.reason")).withClause("9.2"));
    }

    @Override
    protected Text submit() {
        return Text.of("archive.hold-submit");
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        book.keep(new LegalHold(volume, values.text("reason"), company.actor().id().value(), company.now()));
        Text said = Text.of("archive.order-held", volume.order().value(), values.text("reason"));
        file.note("archive.hold", said, List.of());
        return said;
    }
}
