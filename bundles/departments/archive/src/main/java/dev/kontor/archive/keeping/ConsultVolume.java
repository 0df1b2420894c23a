package dev.kontor.archive.keeping;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Consultation;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who wants to read a volume's documents says what for; they are open to them until the day ends (借阅, 利用登记). */
@Component(service = CompanyCommand.class)
public final class ConsultVolume extends VolumeCommand {

    @Activate
    public ConsultVolume(@Reference VolumeBook book) {
        super("consult", Text.of("archive.consult"), READERS, book);
    }

    @Override
    protected List<Field> fields() {
        return List.of(Field.longText("purpose", Text.of("archive.purpose")).withClause("9.2").withHint(Text.of("archive.purpose-hint")));
    }

    @Override
    protected Text submit() {
        return Text.of("archive.consult-submit");
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        book.keep(new Consultation(
                volume, company.actor().id().value(), company.today(), company.now(), values.text("purpose")));
        return Text.of("archive.consulted", volume.code(), values.text("purpose"));
    }
}
