package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.order.Money;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.RuleEngine.Place;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.Orders;
import dev.kontor.store.StoreHarness;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What was answered once can be answered and read again, whatever changed since")
class OldAnswersTest {

    private static final ConsultationPoint JOINT = new ConsultationPoint("review/joint");
    private static final ConsultationPoint BONUS = new ConsultationPoint("sales/bonus");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    private StoreHarness store;
    private Office office;

    @BeforeEach
    void open() throws IOException {
        copy(Path.of("src/test/resources/rules"));
        Files.writeString(folder.resolve("review/joint/parameters.csv"), "bonus-from,2000000,CNY,2020-01-01,4.2\n", StandardOpenOption.APPEND);
        store = StoreHarness.derby();
        reopen();
        // it names a parameter of the other set, which must decide first
        copy(Path.of("src/test/resources/reading-rules"));
        Office.until(() -> office.list.set(BONUS.value()).flatMap(set -> set.active()).isPresent());
    }

    private void reopen() {
        office = new Office(store, new StoredVersions(store.unit("engine")), folder, new FactsByHand(), "rules");
        office.untilReady();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
        store.close();
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private void change(String file, String from, String to) throws IOException {
        int before = office.book.active(JOINT).get(0).number();
        Path path = folder.resolve("review/joint").resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
        Office.until(() -> office.book.active(JOINT).get(0).number() > before);
    }

    private Answer ask(List<SetVersion> owners) {
        return office.book.ask(office.book.active(BONUS), owners, DAY, List.of(Orders.of(2_000_000)));
    }

    @Test
    void a_decision_is_executed_again_with_the_other_sets_parameters_that_it_was_taken_with() throws Exception {
        List<SetVersion> owners = office.book.active(JOINT);
        Answer then = ask(List.of());
        assertThat(then.owners()).isEqualTo(owners);
        assertThat(then.conclusions()).hasSize(1);
        assertThat(then.parameters()).extracting(Parameter::value).containsExactly(BigDecimal.valueOf(2_000_000));

        change("parameters.csv", "bonus-from,2000000", "bonus-from,2000001");
        assertThat(ask(List.of()).conclusions()).isEmpty();
        assertThat(ask(owners)).isEqualTo(then);

        office.close();
        reopen();
        assertThat(ask(List.of()).conclusions()).isEmpty();
        assertThat(ask(owners)).isEqualTo(then);
    }

    @Test
    void an_owner_that_was_never_there_is_no_owner() {
        SetVersion unknown = new SetVersion("review/joint", 1, "0".repeat(64));
        assertThatThrownBy(() -> ask(List.of(unknown))).isInstanceOf(CannotDecide.class);
    }

    @Test
    void a_superseded_version_tells_its_reasons_in_its_own_words() throws Exception {
        SetVersion first = office.book.active(JOINT).get(0);
        Reason reason = Reason.of("large-order", Money.cny(2_000_000), BigDecimal.valueOf(2_000_000));
        ReasonWords words = office.book.words(first, reason);
        Place place = office.book.place(first, "large order needs a financial evaluation");
        assertThat(words.english()).contains("¥2,000,000.00");
        assertThat(words.chinese()).contains("¥2,000,000.00");

        change("texts.properties", "large-order=", "large-order=So it is now: ");
        SetVersion second = office.book.active(JOINT).get(0);
        assertThat(office.book.words(second, reason).english()).isEqualTo("So it is now: " + words.english());
        assertThat(office.book.words(first, reason)).isEqualTo(words);

        office.close();
        reopen();
        assertThat(office.book.words(first, reason)).isEqualTo(words);
        assertThat(office.book.place(first, "large order needs a financial evaluation")).isEqualTo(place);
        assertThatThrownBy(() -> office.book.words(first, Reason.of("nothing"))).isInstanceOf(CannotDecide.class);
    }
}
