package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.finance.schedule.ScheduleRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales reminds the customer in writing of a late instalment. */
@Component(service = OrderCommand.class)
public final class WriteReminder extends ContactCommand {

    @Activate
    public WriteReminder(@Reference DunningBook book, @Reference ScheduleRows rows) {
        super(book, rows, "reminder");
    }
}
