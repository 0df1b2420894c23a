package dev.kontor.kernel.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.event.Notice;
import dev.kontor.api.event.Notifications.Notification;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import dev.kontor.kernel.people.TestAccounts;
import dev.kontor.kernel.order.OrderRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Notifications")
@ParameterizedClass
@EnumSource(Database.class)
class PigeonholeTest {

    private static final Text WHAT = Text.of("x.y", "甲", LocalDate.of(2026, 3, 2), Text.of("z"));

    private final TestCompany company;
    private final TestAccounts accounts;
    private final Pigeonhole pigeonhole;

    PigeonholeTest(Database database) {
        company = TestCompany.on(database);
        accounts = new TestAccounts(company);
        pigeonhole = new Pigeonhole(
                company.transactions(), company.rows(), new OrderRows(company.rows(), company.clock()), accounts.door());
    }

    @BeforeEach
    void fresh() {
        accounts.fresh();
        company.sql("delete from kernel_notification");
    }

    @Test
    void reachThePeopleNamedAndWhoHoldsTheRoleOnceHoweverOftenTheyCome() {
        Person chen = accounts.hired("chen", Role.SALES_HEAD);
        Person lina = accounts.hired("lina", Role.SALES_REP);
        Person wu = accounts.hired("wu", Role.LEGAL_REVIEWER);
        Notice notice = notice(1, "person.told", Set.of(Role.SALES_HEAD), Set.of(lina.id()));

        pigeonhole.take(List.of(notice));
        pigeonhole.take(List.of(notice));

        assertThat(pigeonhole.of(chen, 10)).singleElement().satisfies(told -> {
            assertThat(told.notice().what()).isEqualTo(WHAT);
            assertThat(told.read()).isFalse();
        });
        assertThat(pigeonhole.unread(lina)).isEqualTo(1);
        assertThat(pigeonhole.of(wu, 10)).isEmpty();
    }

    @Test
    void newestFirstAndReadOneByOneOrAll() {
        Person chen = accounts.hired("chen", Role.SALES_HEAD);
        for (int i = 1; i <= 3; i++) {
            pigeonhole.take(List.of(notice(i, "task.opened", Set.of(), Set.of(chen.id()))));
        }
        assertThat(pigeonhole.of(chen, 2)).extracting(Notification::notice).extracting(Notice::id).containsExactly(3L, 2L);
        company.run(new ReadNotices(pigeonhole), chen, "2", Map.of("subject", "2"));
        assertThat(pigeonhole.unread(chen)).isEqualTo(2);
        company.run(new ReadNotices(pigeonhole), chen, "", Map.of());
        assertThat(pigeonhole.unread(chen)).isZero();
    }

    @Test
    void pagesThatRefreshAreNoNotification() {
        Person chen = accounts.hired("chen", Role.SALES_HEAD);
        pigeonhole.take(List.of(notice(1, "order.changed", Set.of(Role.SALES_HEAD), Set.of(chen.id()))));
        assertThat(pigeonhole.of(chen, 10)).isEmpty();
    }

    @Test
    void aboutOneThingReachEachPersonOnceAlthoughTheyComeTogetherWithWhatWasThere() {
        Person chen = accounts.hired("chen", Role.SALES_HEAD);
        Notice first = notice(1, "person.told", Set.of(Role.SALES_HEAD), Set.of(chen.id()));
        Notice second = notice(2, "person.told", Set.of(Role.SALES_HEAD), Set.of());

        pigeonhole.take(List.of(first));
        pigeonhole.take(List.of(first, second));

        assertThat(pigeonhole.of(chen, 10)).extracting(Notification::notice).extracting(Notice::id).containsExactly(2L, 1L);
    }

    @Test
    void leaveWhenHundredsOfNewerOnesHaveCome() {
        Person chen = accounts.hired("chen", Role.SALES_HEAD);
        for (int i = 0; i < 700; i += 70) {
            pigeonhole.take(LongStream.rangeClosed(i + 1, i + 70)
                    .mapToObj(id -> notice(id, "task.opened", Set.of(), Set.of(chen.id())))
                    .toList());
        }
        assertThat(pigeonhole.unread(chen)).isEqualTo(500);
        assertThat(pigeonhole.of(chen, 1)).extracting(Notification::notice).extracting(Notice::id).containsExactly(700L);
    }

    private static Notice notice(long id, String kind, Set<Role> roles, Set<PersonId> people) {
        return new Notice(id, kind, Optional.empty(), WHAT, roles, people, Instant.ofEpochMilli(id));
    }
}
