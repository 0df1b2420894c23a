package dev.kontor.archive.book;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.people.PersonId;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 9.2: archival codes have no gap and no duplicate (R-9.4)")
final class NumbersTest {

    private static final int THREADS = 6;
    private static final int EACH = 8;
    private static final Retention THIRTY_YEARS = new Retention(360);

    @Parameter
    private Dialect dialect;

    private StoreHarness store;
    private Numbers numbers;
    private VolumeBook book;

    @BeforeEach
    void open() {
        store = StoreHarness.on(dialect);
        numbers = new Numbers(store.unit("archive"));
        book = new VolumeBook(store.unit("archive"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @DisplayName("while many file at once, and every fourth of them fails after it took its number")
    void manyFileAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int order = 1; order <= THREADS * EACH; order++) {
            int number = order;
            work.add(() -> file(number, number % 4 == 0));
        }
        try {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        long filed = THREADS * EACH * 3L / 4;
        assertThat(running()).containsExactlyElementsOf(LongStream.rangeClosed(1, filed).boxed().toList());
        Series series = read(numbers::series).get(0);
        assertThat(series.last()).isEqualTo(filed);
        assertThat(read(() -> numbers.gaps(series))).isEmpty();
    }

    @Test
    @DisplayName("each year, period and class begins with one")
    void eachSeriesBeginsWithOne() {
        assertThat(code(2026, THIRTY_YEARS)).isEqualTo("Q001-XSDD·2026-D30-XS-0001");
        assertThat(code(2026, THIRTY_YEARS)).isEqualTo("Q001-XSDD·2026-D30-XS-0002");
        assertThat(code(2027, THIRTY_YEARS)).isEqualTo("Q001-XSDD·2027-D30-XS-0001");
        assertThat(code(2026, new Retention(0))).isEqualTo("Q001-XSDD·2026-Y-XS-0001");
        assertThat(code(2026, THIRTY_YEARS)).isEqualTo("Q001-XSDD·2026-D30-XS-0003");
    }

    @Test
    @DisplayName("the same number is not given twice, whoever tries to write it")
    void aNumberIsNotWrittenTwice() {
        file(1, false);
        ArchivalCode.SeriesKey key = new ArchivalCode.SeriesKey("Q001", "XSDD", 2026, "D30", "XS");

        assertThatExceptionOfType(StoreFailed.class).isThrownBy(() -> store.transactions().command(() -> {
            keep(new ArchivalCode(key, 1), 2);
            return true;
        }));
        assertThat(running()).containsExactly(1L);
    }

    @Test
    @DisplayName("a volume that somebody takes out of the database leaves a gap that is reported by its number")
    void aGapIsReported() {
        for (int order = 1; order <= 5; order++) {
            file(order, false);
        }
        remove(2);
        remove(5);

        Series series = read(numbers::series).get(0);
        assertThat(read(() -> numbers.gaps(series))).containsExactly(2L, 5L);
        assertThat(read(() -> numbers.given(series))).isEqualTo(3);
    }

    /** As the desk does: a command that the store rolled back for another's sake is begun anew. */
    private boolean file(int order, boolean fails) {
        while (true) {
            try {
                return store.transactions().command(() -> {
                    keep(numbers.next(numbers.find("XSDD").orElseThrow(), 2026, THIRTY_YEARS), order);
                    if (fails) {
                        throw new IllegalArgumentException("order " + order);
                    }
                    return true;
                });
            } catch (IllegalArgumentException wanted) {
                return false;
            } catch (StoreFailed failed) {
                if (failed.trouble() != StoreFailed.Trouble.RETRY) {
                    throw failed;
                }
            }
        }
    }

    private void keep(ArchivalCode code, int order) {
        Volume volume = new Volume(anOrder().numbered(order).build(), 1, code, "");
        volume.file(new PersonId("song"), Instant.EPOCH);
        book.keep(volume);
    }

    private void remove(int running) {
        store.transactions().command(() -> store.unit("archive")
                .createQuery("delete from Volume one where one.running = :running")
                .setParameter("running", (long) running)
                .executeUpdate());
    }

    private String code(int year, Retention retention) {
        return store.transactions().command(() -> numbers.next(numbers.find("XSDD").orElseThrow(), year, retention).toString());
    }

    private List<Long> running() {
        return read(() -> store.unit("archive").createQuery("select one.running from Volume one order by one.running", Long.class)
                .getResultList());
    }

    private <R> R read(java.util.function.Supplier<R> reading) {
        return store.transactions().read(reading);
    }
}
