package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.finance.schedule.ScheduleRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customer has not paid by the day that it promised: sales asks why, and by when it will. */
@Component(service = OrderCommand.class)
public final class AskAboutPromise extends ContactCommand {

    @Activate
    public AskAboutPromise(@Reference DunningBook book, @Reference ScheduleRows rows) {
        super(book, rows, "promise");
    }
}
