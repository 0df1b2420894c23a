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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership releases one legal hold of an order; it stays to be seen with both reasons. */
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
    protected List<Field> fields(Optional<Volume> volume) {
        List<Field.Option> standing = volume.stream()
                .flatMap(held -> book.holds(held).stream())
                .filter(LegalHold::stands)
                .map(hold -> new Field.Option(
                        hold.id(), Text.of("archive.hold-of", hold.setAt(), Text.person(hold.setBy()), hold.reason())))
                .toList();
        return Stream.concat(
                        Stream.of(Field.choice("hold", Text.of("archive.legal-hold"), standing)), fields().stream())
                .toList();
    }

    @Override
    protected Text submit() {
        return Text.of("archive.release-submit");
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        List<LegalHold> holds = book.holds(volume);
        holds.forEach(book::refresh); // the form has read them before the order was locked
        LegalHold released = holds.stream()
                .filter(hold -> hold.stands() && hold.id().equals(values.text("hold")))
                .findFirst()
                .orElseThrow(() -> Refused.at("hold", Text.of("archive.no-hold", volume.order().value())));
        released.release(values.text("reason"), company.actor().id().value(), company.now());
        Text said = Text.of("archive.hold-released", volume.order().value(), released.reason(), values.text("reason"));
        file.note("archive.release-hold", said, List.of());
        return said;
    }
}
