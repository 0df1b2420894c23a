package dev.kontor.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.testkit.OpenWall;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a reader does next with an order where it is no task of theirs")
final class OrderTabsTest {

    private final OrderTabs tabs = new OrderTabs(new OpenWall());

    private record Tab(String id, int position, Set<Role> roles, Optional<Text> step) implements OrderTab {
        @Override
        public Text title() {
            return Text.plain(id);
        }

        @Override
        public Optional<Text> next(OrderView file) {
            return step;
        }

        @Override
        public List<Block> show(OrderView file) {
            return List.of();
        }
    }

    /** A file of which nothing is asked but who reads it. */
    private static OrderView readBy(Role role) {
        Person reader = new Person(new PersonId("lina"), "Lina", Set.of(role), "en");
        return (OrderView) Proxy.newProxyInstance(
                OrderTabsTest.class.getClassLoader(), new Class<?>[] {OrderView.class}, (proxy, method, arguments) -> reader);
    }

    @Test
    void theTabThatStandsLastIsHeardOfThoseThatTheReaderMayOpen() {
        tabs.bind(new Tab("entry", 10, Set.of(), Optional.of(Text.plain("submit"))));
        tabs.bind(new Tab("review", 20, Set.of(), Optional.of(Text.plain("propose"))));
        tabs.bind(new Tab("finance", 40, Set.of(Role.FINANCE_REVIEWER), Optional.of(Text.plain("pay"))));
        tabs.bind(new Tab("timeline", 90, Set.of(), Optional.empty()));

        assertThat(tabs.next(readBy(Role.SALES_REP))).contains(Text.plain("propose"));
        assertThat(tabs.next(readBy(Role.FINANCE_REVIEWER))).contains(Text.plain("pay"));
    }

    @Test
    void nothingIsSaidWhereNoDepartmentSaysAnything() {
        tabs.bind(new Tab("timeline", 90, Set.of(), Optional.empty()));

        assertThat(tabs.next(readBy(Role.SALES_REP))).isEmpty();
    }
}
