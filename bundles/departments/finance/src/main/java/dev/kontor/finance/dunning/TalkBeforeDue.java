package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.finance.schedule.ScheduleRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales talks to the customer before an instalment falls due. */
@Component(service = OrderCommand.class)
public final class TalkBeforeDue extends ContactCommand {

    @Activate
    public TalkBeforeDue(@Reference DunningBook book, @Reference ScheduleRows rows) {
        super(book, rows, "before-due");
    }
}
