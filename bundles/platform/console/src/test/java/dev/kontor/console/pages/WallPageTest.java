package dev.kontor.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.page.Query;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import dev.kontor.testkit.OpenWall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An administrator sees which bundle misbehaves, and releases it")
class WallPageTest {

    private static final Instant THEN = Instant.parse("2026-03-02T08:00:00Z");

    /** One that behaves and one in quarantine. */
    private static final Wall WALL = new Wall() {

        private final Wall open = new OpenWall();

        @Override
        public <S> S guard(Class<S> kind, S service) {
            return open.guard(kind, service);
        }

        @Override
        public boolean speaks(Object guarded) {
            return open.speaks(guarded);
        }

        @Override
        public <R> R reading(Object guarded, Supplier<R> reading) {
            return open.reading(guarded, reading);
        }

        @Override
        public <R> R part(Object guarded, Supplier<R> part, Function<Text, R> instead) {
            return open.part(guarded, part, instead);
        }

        @Override
        public List<Walled> bundles() {
            return List.of(
                    new Walled("a.good", false, State.WELL, 7, 0, 0, 0, 0, Optional.empty(), List.of()),
                    new Walled("b.bad", false, State.QUARANTINED, 9, 4, 1, 50, 3, Optional.of(THEN),
                            List.of(new Failure(THEN, "Page.show", "java.lang.StackOverflowError", "1a2b3c4d"))));
        }

        @Override
        public boolean isQuarantined(String bundle) {
            return bundle.equals("b.bad");
        }
    };

    private static String seenBy(Role role) {
        Person reader = new Person(new PersonId("somebody"), "Somebody", Set.of(role), "en");
        return new WallPage(WALL).show(new Query(reader, List.of(), Map.of())).toString();
    }

    @Test
    void troubleStandsFirstWithItsWayOut() {
        String page = seenBy(Role.SYSTEM_ADMINISTRATOR);

        assertThat(page).contains("do/wall/release?subject=b.bad", "1a2b3c4d", "java.lang.StackOverflowError");
        assertThat(page.indexOf("b.bad")).isLessThan(page.indexOf("a.good"));
        assertThat(page).doesNotContain("subject=a.good");
    }

    @Test
    void whoOnlyReadsReleasesNobody() {
        assertThat(seenBy(Role.AUDITOR)).contains("b.bad").doesNotContain("do/wall/release");
    }
}
