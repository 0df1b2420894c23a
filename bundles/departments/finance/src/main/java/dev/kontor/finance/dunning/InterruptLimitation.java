package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.ScheduleRows;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A demand that the customer received, its written acknowledgement, or a suit: the limitation period begins anew (policy 13). */
@Component(service = OrderCommand.class)
public final class InterruptLimitation extends ContactCommand {

    @Activate
    public InterruptLimitation(@Reference DunningBook book, @Reference ScheduleRows rows) {
        super(book, rows, Limitation.STEP);
    }

    @Override
    List<Field> more() {
        return List.of(Field.file("proof", Text.of("document.finance.limitation-proof"))
                .withHint(Text.of("finance.dunning.limitation-hint")));
    }

    @Override
    void prove(OrderFile file, Values values, Contact contact) {
        contact.proveBy(file.file(Limitation.PROOF, values.upload("proof").orElseThrow()).id());
        Limitation.watchAgain(file, contact.position());
    }
}
