package dev.kontor.kernel.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.RuleSetPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall.State;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.StoreHarness;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A part of a page that fails does not take the page with it")
@ParameterizedClass
@EnumSource(Database.class)
class ReadingTest {

    private static final Person LINA = new Person(new PersonId("lina"), "Lina", Set.of(Role.SALES_REP), "en");
    private static final Block GOOD = new Block.Note(Cell.Tone.GOOD, Text.plain("good"));

    private final Dial dial = new Dial();
    private final CountDownLatch released = new CountDownLatch(1);
    private final StoreHarness store;
    private final DepartmentWall wall;
    private final Rows rows;

    ReadingTest(Database database) {
        store = database.open();
        wall = TestWall.dialed(store.transactions(), dial);
        rows = new Rows(store.statements("kernel"));
    }

    @AfterEach
    void close() {
        released.countDown();
        store.close();
    }

    /** A part of a bundle {@code bad}. */
    private record BadPart(Supplier<List<Block>> shown) implements RuleSetPart {

        @Override
        public Set<Role> roles() {
            return Set.of();
        }

        @Override
        public List<Block> show(String set, Person reader) {
            return shown.get();
        }
    }

    private record OwnPart() implements RuleSetPart {

        @Override
        public Set<Role> roles() {
            return Set.of();
        }

        @Override
        public List<Block> show(String set, Person reader) {
            return List.of(GOOD);
        }
    }

    /** A page with a part before and a part behind, in one transaction. */
    private List<Block> page(Supplier<List<Block>> middle) {
        RuleSetPart page = wall.guard(RuleSetPart.class, new OwnPart());
        RuleSetPart part = wall.guard(RuleSetPart.class, new BadPart(middle));
        return wall.reading(page, () -> store.transactions().read(() -> {
            List<Block> before = page.show("review/joint", LINA);
            List<Block> within = wall.part(part, () -> part.show("review/joint", LINA), ReadingTest::missing);
            assertThat(rows.all("select count(*) from kernel_order")).hasSize(1);
            return List.of(before.get(0), within.get(0), page.show("review/joint", LINA).get(0));
        }));
    }

    private static List<Block> missing(Text what) {
        return List.of(new Block.Note(Cell.Tone.BAD, Text.plain(what.key())));
    }

    private static List<Block> withHole(String why) {
        return List.of(GOOD, new Block.Note(Cell.Tone.BAD, Text.plain(why)), GOOD);
    }

    @Test
    void onePartThatThrowsIsSaidToBeMissing() {
        assertThat(page(() -> {
            throw new IllegalStateException("bad");
        })).isEqualTo(withHole("kernel.wall-part-failed"));
    }

    @Test
    void onePartThatThrowsAnErrorIsSaidToBeMissingAndLeftAloneThen() {
        assertThat(page(() -> {
            throw new StackOverflowError();
        })).isEqualTo(withHole("kernel.wall-part-failed"));

        assertThat(page(() -> List.of(GOOD))).isEqualTo(withHole("kernel.wall-part"));
        dial.forward(Duration.ofSeconds(31));
        assertThat(page(() -> List.of(GOOD))).isEqualTo(List.of(GOOD, GOOD, GOOD));
    }

    @Test
    void nullAndListsWithNullInThemAreFailures() {
        assertThat(page(() -> null)).isEqualTo(withHole("kernel.wall-part-failed"));
        assertThat(page(() -> Collections.singletonList(null))).isEqualTo(withHole("kernel.wall-part-failed"));
    }

    @Test
    void onePartThatHangsCostsThePageItsLimitOnceAndNobodyElseIsBlamed() {
        List<Block> shown = page(this::hang);

        assertThat(shown).isEqualTo(withHole("kernel.wall-part"));
        assertThat(wall.bundles()).filteredOn(each -> each.failures() > 0).extracting(each -> each.bundle()).containsExactly("bad");
        assertThat(wall.bundles()).filteredOn(each -> each.bundle().equals("bad")).extracting(each -> each.state())
                .containsExactly(State.RESTING);
    }

    private List<Block> hang() {
        dial.pass(BadDeeds.TOO_LONG);
        while (released.getCount() > 0) {
            Thread.onSpinWait();
        }
        return List.of(GOOD);
    }

    @Test
    void onePartThatSpoilsTheTransactionIsLeftOutAndTheRestReadAnew() {
        assertThat(page(() -> {
            rows.all("select nonsense from nowhere");
            return List.of(GOOD);
        })).isEqualTo(withHole("kernel.wall-part"));
    }

    @Test
    void whoIsRefusedByThePartItselfIsRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> page(() -> {
                    throw Refused.because(Refused.Reason.FORBIDDEN, Text.plain("not yours"));
                }))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
    }

    @Test
    void aPageThatHangsByItselfIsRefusedAndNotTriedAgain() {
        RuleSetPart page = wall.guard(RuleSetPart.class, new BadPart(this::hang));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> wall.reading(page, () -> store.transactions().read(() -> page.show("review/joint", LINA))))
                .satisfies(refused -> assertThat(refused.words().key()).isEqualTo("kernel.wall-late"));
        assertThat(wall.bundles()).filteredOn(each -> each.bundle().equals("bad")).extracting(each -> each.failures()).containsExactly(1L);
    }

    @Test
    void oneThatCannotSayWhatItIsIsAsIfItWereNotThere() {
        RuleSetPart mute = wall.guard(RuleSetPart.class, new BadMute(() -> {
            throw new NoClassDefFoundError("gone/Gone");
        }));

        assertThat(wall.speaks(mute)).isFalse();
        assertThat(wall.speaks(wall.guard(RuleSetPart.class, new OwnPart()))).isTrue();
    }

    @Test
    void nobodyWaitsAgainForOneThatCouldNotSayWhatItIs() throws InterruptedException {
        Queue<Supplier<Set<Role>>> answers = new ConcurrentLinkedQueue<>();
        CountDownLatch asked = new CountDownLatch(1);
        answers.add(() -> {
            throw new IllegalStateException("not yet");
        });
        answers.add(() -> {
            asked.countDown();
            while (released.getCount() > 0) {
                Thread.onSpinWait();
            }
            return Set.of();
        });
        RuleSetPart slow = wall.guard(RuleSetPart.class, new BadMute(() -> answers.remove().get()));

        assertThat(wall.speaks(slow)).isFalse();
        assertThat(wall.speaks(slow)).isFalse();
        asked.await();
        assertThat(wall.speaks(slow)).isFalse();
        released.countDown();
        while (!wall.speaks(slow)) {
            Thread.onSpinWait();
        }
        assertThat(slow.roles()).isEmpty();
    }

    private record BadMute(Supplier<Set<Role>> said) implements RuleSetPart {

        @Override
        public Set<Role> roles() {
            return said.get();
        }

        @Override
        public List<Block> show(String set, Person reader) {
            return List.of();
        }
    }
}
