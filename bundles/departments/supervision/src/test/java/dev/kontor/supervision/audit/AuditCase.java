package dev.kontor.supervision.audit;

import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.supervision.finding.Finding;
import dev.kontor.testkit.FakeOrderFile;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A month with orders, audited by the supervision group. */
abstract class AuditCase {

    static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Parameter
    private Dialect dialect;

    SupervisionRoom room;

    @BeforeEach
    void open() {
        room = new SupervisionRoom(dialect);
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** An order that was entered late, inspected by shen. */
    FakeOrderFile late() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        room.diary.violation(file.number(), "2026-03-06T02:00:00Z", "lina", "t-1", "entry/deadlines", "3.2");
        endMarch();
        inspect(file);
        return file;
    }

    FakeOrderFile touched(int number, String at) {
        FakeOrderFile file = room.order(number);
        room.diary.line(file.number(), at, "lina", "entry.saved", Text.plain("saved"));
        return file;
    }

    void endMarch() {
        endMonth("2026-03");
    }

    void endMonth(String month) {
        room.company.setToday(YearMonth.parse(month).plusMonths(1).atDay(1));
        room.does(() -> room.department.attend(room.company, "month " + month));
    }

    Audit march() {
        return room.read(() -> room.audits.of(MARCH)).orElseThrow();
    }

    List<Sample> sample() {
        return room.read(() -> room.audits.samples(room.audits.of(MARCH).orElseThrow()));
    }

    List<Finding> found(FakeOrderFile file) {
        return room.read(() -> room.findings.of(file.number()));
    }

    void inspect(FakeOrderFile file) {
        room.company.as("shen", Role.SUPERVISOR);
        submitInspection(file);
    }

    void submitInspection(FakeOrderFile file) {
        inspectIn("2026-03", file);
    }

    void inspectIn(String month, FakeOrderFile file) {
        List<Sample> drawn = room.read(() -> room.audits.samples(room.audits.of(YearMonth.parse(month)).orElseThrow()));
        String id = drawn.stream().filter(each -> each.order().equals(file.number())).findFirst().orElseThrow().id();
        room.submit(new Inspect(room.audits, room.findings, room.independence, room.plan), Map.of("subject", id));
    }
}
