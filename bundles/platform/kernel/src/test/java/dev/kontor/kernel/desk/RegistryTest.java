package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.event.Notice;
import dev.kontor.api.event.NoticeConsumer;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.wall.TestWall;
import dev.kontor.store.StoreHarness;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of services that claim one name ours is taken, whatever a partner registers")
final class RegistryTest {

    private static final String OURS = "feature:review";
    private static final String PARTNERS = "kontor-partner:dev.acme.lift";

    private final StoreHarness store = Database.DERBY.open();
    private final FakeServices services = new FakeServices();
    private final Registry<NoticeConsumer> registry = new Registry<>(NoticeConsumer.class, TestWall.of(store.transactions()), NoticeConsumer::name);

    private record Named(Supplier<String> said) implements NoticeConsumer {

        @Override
        public String name() {
            return said.get();
        }

        @Override
        public void take(List<Notice> notices) {
            throw new IllegalStateException(said.get());
        }

        static Named of(String name) {
            return new Named(() -> name);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void comes(String location, int ranking, NoticeConsumer consumer) {
        registry.announce(services.of(consumer, location, ranking), services.context());
    }

    @Test
    void aPartnersWithAHigherRankingThatComesLaterIsNotTaken() {
        comes(OURS, 0, Named.of("console"));
        NoticeConsumer before = registry.find("console").orElseThrow();

        comes(PARTNERS, Integer.MAX_VALUE, Named.of("console"));

        assertThat(registry.find("console")).containsSame(before);
        assertThat(registry.all()).hasSize(1);
    }

    @Test
    void aPartnersThatCameBeforeGivesWayToOurs() {
        comes(PARTNERS, 5, Named.of("console"));
        NoticeConsumer partners = registry.find("console").orElseThrow();

        comes(OURS, Integer.MIN_VALUE, Named.of("console"));

        assertThat(registry.find("console")).isPresent().get().isNotSameAs(partners);
    }

    @Test
    void oneThatCannotSayItsNameIsLeftOutAndTheOthersAreThere() {
        comes(PARTNERS, 0, new Named(() -> {
            throw new IllegalStateException("no name");
        }));
        comes(OURS, 0, Named.of("console"));

        assertThat(registry.names()).containsExactly("console");
    }
}
