package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.Question;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.api.task.Task;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.testkit.FakeOrderFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** An order at which somebody is late, and what becomes of it step by step. */
abstract class TreatmentCase {

    /** A Monday; the agreed order was signed on it. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Parameter
    private Dialect dialect;

    SupervisionRoom room;
    FakeOrderFile file;

    @BeforeEach
    void open() {
        room = new SupervisionRoom(dialect);
        file = room.order(1);
        room.company.setToday(DAY);
    }

    @AfterEach
    void close() {
        room.close();
    }

    void violated(String who, String occasion) {
        room.does(() -> file.consult(
                Question.at(Supervision.AT_PENALTIES, new ViolationFound(who, occasion, "entry/deadlines", "3.2", 3)).addingOnly()));
    }

    void decide(Task owed, Map<String, Object> values) {
        room.submit(new Decide(room.rulings, room.way, room.authority, room.regulation), file.as("gao", Role.LEADERSHIP), owed, values);
    }

    void decideAs(String who, Map<String, Object> values, Role... roles) {
        room.submit(new Decide(room.rulings, room.way, room.authority, room.regulation), file.as(who, roles), file.task(Supervision.DECISION, one().code()), values);
    }

    void violated(String who, int late) {
        room.does(() -> file.consult(
                Question.at(Supervision.AT_PENALTIES, new ViolationFound(who, "t-1", "entry/deadlines", "3.2", late)).addingOnly()));
    }

    void heard(String who) {
        violated(who, 3);
        goOnTo(LocalDate.of(2026, 3, 6));
    }

    void decided() {
        heard("lina");
        decide("gao", Map.of("measure", "points", "points", "5", "grounds", "late"));
    }

    void goOnTo(LocalDate day) {
        room.does(() -> file.goOnTo(day));
    }

    void plead() {
        room.submit(new Plead(room.treatments, room.way), Map.of("subject", one().id(), "words", "the customer was late"));
    }

    void appeal(LocalDate day) {
        room.company.as("lina", Role.SALES_REP).setToday(day);
        room.submit(new Appeal(room.treatments, room.way), Map.of("subject", one().id(), "words", "too much"));
        room.does(() -> room.department.attend(file, "appealed " + one().id()));
    }

    void decide(String who, Map<String, Object> values) {
        room.submit(new Decide(room.rulings, room.way, room.authority, room.regulation), file.as(who, Role.LEADERSHIP), file.task(Supervision.DECISION, one().code()), values);
    }

    void decideAppeal(String who, String points) {
        Map<String, Object> values = points.equals("0")
                ? Map.of("measure", "none", "grounds", "right")
                : Map.of("measure", "points", "points", points, "grounds", "right in part");
        room.submit(new DecideAppeal(room.rulings, room.way, room.authority), file.as(who, Role.LEADERSHIP), file.task(Supervision.APPEAL, one().code()), values);
    }

    Step step(Treatment.State kind) {
        return room.read(() -> room.treatments.step(one(), kind)).orElseThrow();
    }

    List<Treatment> all() {
        return room.read(() -> room.treatments.after(Optional.empty(), 10));
    }

    Treatment one() {
        return all().get(all().size() - 1);
    }
}
