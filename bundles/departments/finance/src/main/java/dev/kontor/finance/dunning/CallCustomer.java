package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.finance.schedule.ScheduleRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales calls the customer about a late instalment, and learns why. */
@Component(service = OrderCommand.class)
public final class CallCustomer extends ContactCommand {

    @Activate
    public CallCustomer(@Reference DunningBook book, @Reference ScheduleRows rows) {
        super(book, rows, "call");
    }
}
