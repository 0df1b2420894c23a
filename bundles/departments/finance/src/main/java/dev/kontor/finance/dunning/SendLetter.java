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

/** Finance has sent the dunning letter, with proof that the customer received it (policy 13). */
@Component(service = OrderCommand.class)
public final class SendLetter extends ContactCommand {

    private static final DocumentKind PROOF = new DocumentKind("finance.delivery-proof");

    @Activate
    public SendLetter(@Reference DunningBook book, @Reference ScheduleRows rows) {
        super(book, rows, "letter");
    }

    @Override
    List<Field> more() {
        return List.of(Field.file("proof", Text.of("finance.dunning.delivery-proof"))
                .withHint(Text.of("finance.dunning.delivery-proof-hint")));
    }

    @Override
    void prove(OrderFile file, Values values, Contact contact) {
        contact.proveBy(file.file(PROOF, values.upload("proof").orElseThrow()).id());
    }
}
