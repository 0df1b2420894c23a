package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.ScheduleRows;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Legal has had a lawyer write to the customer (policy 13). */
@Component(service = OrderCommand.class)
public final class SendLawyersLetter extends ContactCommand {

    private static final DocumentKind PROOF = new DocumentKind("finance.lawyers-letter");

    @Activate
    public SendLawyersLetter(@Reference DunningBook book, @Reference ScheduleRows rows) {
        super(book, rows, "lawyer");
    }

    @Override
    List<Field> more() {
        return List.of(Field.file("proof", Text.of("finance.dunning.lawyers-letter"))
                .withHint(Text.of("finance.dunning.lawyers-letter-hint")));
    }

    @Override
    void prove(OrderFile file, Values values, Contact contact) {
        contact.proveBy(file.file(PROOF, values.upload("proof").orElseThrow()).id());
    }
}
