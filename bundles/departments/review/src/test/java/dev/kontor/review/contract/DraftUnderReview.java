package dev.kontor.review.contract;

import static dev.kontor.testkit.AnOrder.anOrder;

import dev.kontor.api.rule.Conclusion;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Round;
import dev.kontor.review.joint.ReviewRoom;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.AnOrder;
import dev.kontor.testkit.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The draft of a sales contract under review, where the company has switched that on. */
abstract class DraftUnderReview {

    static final String NO = "no-objection";
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static RuleBook rules;

    @Parameter
    Dialect dialect;

    ReviewRoom room;

    /** The company's rules, with the contract review of sales contracts switched on. */
    @BeforeAll
    static void switchOn(@TempDir Path folder) throws IOException {
        Path shipped = Path.of("..", "..", "..", "rules");
        Path set = folder.resolve("review/contract");
        try (Stream<Path> files = Files.walk(shipped.resolve("review/contract"))) {
            for (Path file : files.toList()) {
                Files.createDirectories(set.getParent());
                Files.copy(file, set.resolve(shipped.resolve("review/contract").relativize(file).toString()));
            }
        }
        Path parameters = set.resolve("parameters.csv");
        Files.writeString(parameters, Files.readString(parameters).replace("sale,0,", "sale,1,"));
        rules = RuleBook.of(List.of(folder, shipped),
                "review/preliminary", "review/joint", "review/resubmission", "review/contract", "finance/credit");
    }

    @BeforeEach
    final void offerADraft() {
        room = new ReviewRoom(dialect, draft().build(), rules);
        room.asDraft();
        room.offer();
    }

    @AfterEach
    final void close() {
        room.close();
    }

    static AnOrder draft() {
        return anOrder().filed("aa");
    }

    /** What was signed is the next revision. */
    static AnOrder signed() {
        return draft().revised(2);
    }

    final void agreed() {
        List.of("production", "legal", "finance").forEach(department -> room.opine(department, NO));
    }

    final void command(Runnable work) {
        room.command(() -> {
            work.run();
            return null;
        });
    }

    final <C extends Conclusion> List<C> concluded(Class<C> kind) {
        return room.file.decisions().stream()
                .filter(decision -> decision.point().equals(Vocabulary.AT_CONTRACT))
                .flatMap(decision -> decision.all(kind).stream())
                .toList();
    }

    final List<String> opinions() {
        return room.read(() -> {
            Round last = room.book.lastRound(room.file.number()).orElseThrow();
            return room.book.opinions(last).stream()
                    .map(each -> each.department() + " " + each.state() + " " + each.givenBy())
                    .toList();
        });
    }
}
