package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Regulation 5.1: plans that are made at one instant never take the same hours (R-5.1)")
final class PlansAtOnceTest {

    /** Eight hours each, all that the mill does in a day: five plans fill the week, whoever comes first. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void fiveWholeDaysMadeAtOnceFillFiveDays(Dialect dialect) throws Exception {
        try (PlanRoom room = new PlanRoom(dialect)) {
            List<FakeOrderFile> files = LongStream.rangeClosed(1, 5)
                    .mapToObj(number -> room.arrived(anOrder().numbered(number).build()))
                    .toList();

            atOnce(files, file -> room.make(file, plan(MONDAY, operation(1, "milling", "MILL", "8"))));

            assertThat(files)
                    .extracting(file -> room.read(() -> room.book.operations(file.number()).get(0).expectedLast()))
                    .containsExactlyInAnyOrder(MONDAY, day(1), day(2), day(3), day(4));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void reportsAtOnceDoNotStandInEachOthersWay(Dialect dialect) throws Exception {
        try (PlanRoom room = new PlanRoom(dialect)) {
            List<FakeOrderFile> files = LongStream.rangeClosed(1, 5)
                    .mapToObj(number -> room.arrived(anOrder().numbered(number).build()))
                    .toList();
            files.forEach(file -> {
                room.make(file, plan(MONDAY, operation(1, "milling", "MILL", "8"), operation(1, "assembly", "ASSEMBLY", "8")));
                room.release(file, Map.of());
            });

            for (String left : List.of("7", "6", "5", "4")) {
                atOnce(files, file -> room.report(file, Map.of("left", List.of(
                        new Values(Map.of("operation", room.steps(file, "milling").get(0), "hours", left))))));
            }

            assertThat(files)
                    .extracting(file -> room.read(() -> room.book.workOrder(file.number()).orElseThrow().reports()))
                    .containsOnly(4);
        }
    }

    private static LocalDate day(int after) {
        return MONDAY.plusDays(after);
    }

    private interface Work {
        Object on(FakeOrderFile file);
    }

    private static void atOnce(List<FakeOrderFile> files, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(files.size());
        ExecutorService threads = Executors.newFixedThreadPool(files.size());
        List<Callable<Object>> each = new ArrayList<>();
        files.forEach(file -> each.add(() -> {
            start.await();
            return work.on(file);
        }));
        for (Future<Object> done : threads.invokeAll(each)) {
            done.get();
        }
        threads.shutdown();
    }
}
