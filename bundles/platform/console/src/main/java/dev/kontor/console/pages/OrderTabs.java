package dev.kontor.console.pages;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The tabs of the order's page: those of the platform and those of the departments that run. */
@Component(service = OrderTabs.class)
public final class OrderTabs {

    private final Bound<OrderTab> tabs;
    private final Wall wall;

    @Activate
    public OrderTabs(@Reference Wall wall) {
        this.wall = wall;
        this.tabs = new Bound<>(wall, OrderTab.class);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(OrderTab tab) {
        tabs.add(tab);
    }

    void unbind(OrderTab tab) {
        tabs.remove(tab);
    }

    /** The row of tabs and the blocks of the one that was asked for, or of the first. */
    List<Block> show(OrderView file, String wanted) {
        List<OrderTab> shown = tabs.speaking()
                .filter(tab -> mayOpen(tab, file.actor()))
                .sorted(Comparator.comparingInt(OrderTab::position))
                .toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        OrderTab current =
                shown.stream().filter(tab -> tab.id().equals(wanted)).findFirst().orElse(shown.get(0));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tabs(shown.stream()
                .map(tab -> new Block.Tab(
                        tab.title(), "orders/" + file.number() + "?tab=" + tab.id(), tab == current))
                .toList()));
        blocks.addAll(wall.part(current, () -> current.show(file), Words::missing));
        return blocks;
    }

    /** What the tabs tell somebody who is about to decide. */
    List<Block> brief(OrderView file) {
        return tabs.speaking()
                .filter(tab -> mayOpen(tab, file.actor()))
                .sorted(Comparator.comparingInt(OrderTab::position).reversed())
                .flatMap(tab -> wall.part(tab, () -> tab.brief(file), Words::missing).stream())
                .toList();
    }

    /** What the reader does next where it is no task. */
    Optional<Text> next(OrderView file) {
        return tabs.speaking()
                .filter(tab -> mayOpen(tab, file.actor()))
                .sorted(Comparator.comparingInt(OrderTab::position).reversed())
                .flatMap(tab -> wall.part(tab, () -> tab.next(file), missing -> Optional.<Text>empty()).stream())
                .findFirst();
    }

    private static boolean mayOpen(OrderTab tab, Person person) {
        return tab.roles().isEmpty() || person.holdsAny(tab.roles());
    }
}
