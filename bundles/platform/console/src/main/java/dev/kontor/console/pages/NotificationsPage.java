package dev.kontor.console.pages;

import dev.kontor.api.event.Notifications;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person was told, newest first. */
@Component(service = Page.class)
public final class NotificationsPage implements Page {

    private static final int LINES = 100;

    private final Notifications notifications;

    @Activate
    public NotificationsPage(@Reference Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String path() {
        return "notices";
    }

    @Override
    public Text title() {
        return Words.of("notices");
    }

    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public View show(Query query) {
        List<Notifications.Notification> told = notifications.of(query.reader(), LINES);
        Block list = new Block.Table(
                title(),
                List.of(Words.column("when"), Words.column("what"), Words.column("order")),
                told.stream().map(NotificationsPage::row).toList(),
                "",
                Words.of("notices.none"));
        View view = View.of(title(), list).refreshedBy("person.told");
        return notifications.unread(query.reader()) > 0
                ? view.withAction(new Cell.Link(Words.of("notices.read"), "do/notices/read", "check"))
                : view;
    }

    private static List<Cell> row(Notifications.Notification told) {
        Cell what = Cell.words(told.notice().what());
        return List.of(
                new Cell.Moment(told.notice().at()),
                told.read() ? what : new Cell.Many(List.of(new Cell.Badge(Cell.Tone.INFO, Words.of("unread")), what)),
                told.notice()
                        .order()
                        .map(order -> Words.link(order.value(), "orders/" + order))
                        .orElse(Cell.plain("")));
    }
}
