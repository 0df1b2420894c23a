package dev.kontor.production.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.page.SuppliersPage;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.StillClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 5.2: good suppliers, found by what they delivered (R-5.8)")
final class SupplierTest {

    private static final Path SAMPLE = Path.of("src", "test", "resources", "adventureworks");

    @Parameter
    private Dialect dialect;

    private PurchasingRoom room;

    @BeforeEach
    void open() {
        room = new PurchasingRoom(dialect);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("vendors of AdventureWorks are scored by what they delivered and what was rejected")
    void realVendorsAreScored() throws IOException {
        take(Map.of());

        evaluate("2022-01-01", "2025-12-31");

        assertThat(scored()).containsExactly(
                tuple("LITWARE0001", "48 97.92 0.00 98.96 true"),
                tuple("NORTHERN0001", "45 100.00 0.00 100.00 true"),
                tuple("PREMIER0001", "45 88.89 1.01 93.94 false"));
        assertThat(suppliers()).extracting(Supplier::code).as("one that delivered nothing, whose number has an ampersand").contains("G&KBI0001");
    }

    @Test
    void anImportIsRepeatedWithoutCountingTwiceAndApprovesNobody() throws IOException {
        take(Map.of());
        Answer again = take(Map.of());

        assertThat(again.said().arguments()).containsExactly(0, 0);
        assertThat(suppliers().stream().filter(each -> each.isApproved(room.file.today())).map(Supplier::code)).containsExactly("S-1");
    }

    @Test
    void aRowThatCannotBeReadIsNamedAtItsFile() throws IOException {
        Map<String, String> broken = Map.of("lines", "1\t1\tsoon\t4\t1\t1\t1\t3.00\t.00\t3.00\t2022-04-22\n");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> take(broken))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("lines"));
        assertThat(suppliers()).extracting(Supplier::code).containsExactly("S-1");
    }

    @Test
    void onlyTheDaysThatAreAskedForCount() throws IOException {
        take(Map.of());

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> evaluate("2026-01-01", "2026-03-01"));
    }

    @Test
    @DisplayName("R-5.8: who is not good enough by the latest evaluation is chosen with a reason only")
    void whoIsNotGoodEnoughIsChosenWithAReason() throws IOException {
        take(Map.of());
        evaluate("2022-01-01", "2025-12-31");
        room.approve("PREMIER0001", room.file.today());
        room.approve("LITWARE0001", room.file.today());
        room.releasePlan();
        room.setBudget("1000");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.buy("R1", "PC-1", "PREMIER0001", "1", "spindle"))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("override"));
        room.buyAllTheSame("the only one in time", "R1", "PC-1", "PREMIER0001", "1", "spindle");
        room.buy("R1", "PC-2", "LITWARE0001", "1", "bed casting");

        assertThat(List.of(room.purchase("PC-1").state(), room.purchase("PC-2").state())).containsExactly("placed", "placed");
    }

    @Test
    void theCompanysOwnReceiptsAreScored() {
        room.releasePlan();
        room.setBudget("1000");
        room.buy("R1", "PC-1", "S-1", "1", "spindle", "bed casting");
        room.file.setToday(PurchasingRoom.NEEDED);
        room.receive("PC-1", 0, "1", "0");
        room.file.setToday(PurchasingRoom.NEEDED.plusDays(1));
        room.receive("PC-1", 1, "2", "1");
        room.company.setToday(room.file.today());

        evaluate("2026-03-01", "2026-04-30");

        assertThat(evaluations("S-1")).isEqualTo("2 50.00 33.33 58.34 false");
    }

    @Test
    void anApprovalNeedsADayThatIsNotPast() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.approve("S-1", room.company.today().minusDays(1)))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("until"));
    }

    @Test
    void theListOfSuppliersGoesOnWhereAPartEnded() {
        room.supplier("S-2");
        Person purchaser = new Person(new PersonId("he"), "He", Set.of(Role.PRODUCTION_PURCHASER), "zh-CN");
        SuppliersPage page = new SuppliersPage(room.suppliers, room.times, new StillClock(room.company::now));

        Block.Table first = (Block.Table) room.command(() -> page.show(new Query(purchaser, List.of(), Map.of("rows", "1")))).blocks().get(0);
        Block.Table second = (Block.Table) room.command(
                () -> page.show(new Query(purchaser, List.of(), Map.of("rows", "1", "after", "S-1")))).blocks().get(0);

        assertThat(first.next()).isEqualTo("production/suppliers?rows=1&after=S-1");
        assertThat(second.rows()).hasSize(1);
        assertThat(second.next()).isEmpty();
    }

    private Answer take(Map<String, String> instead) throws IOException {
        Map<String, String> files = new HashMap<>(Map.of(
                "vendors", Files.readString(SAMPLE.resolve("Vendor.csv")),
                "orders", Files.readString(SAMPLE.resolve("PurchaseOrderHeader.csv")),
                "lines", Files.readString(SAMPLE.resolve("PurchaseOrderDetail.csv"))));
        files.putAll(instead);
        room.company.as("he", Role.PRODUCTION_PURCHASER);
        Map<String, Object> uploads = new HashMap<>();
        files.keySet().forEach(name -> uploads.put(name, new Upload(name, "text/plain", 1, name)));
        return room.command(() -> new ImportPurchases(room.suppliers, new InMemory(files)).run(room.company, new Values(uploads)));
    }

    private void evaluate(String from, String until) {
        room.command(() -> new EvaluateSuppliers(room.suppliers, new StillClock(room.company::now))
                .run(room.company, new Values(Map.of("from", from, "until", until))));
    }

    private List<Supplier> suppliers() {
        return room.command(() -> room.suppliers.suppliers("", 200));
    }

    private List<Tuple> scored() {
        return suppliers().stream().filter(each -> each.score().isPresent()).map(each -> tuple(each.code(), evaluations(each.code()))).toList();
    }

    private String evaluations(String supplier) {
        return String.join(", ", room.command(() -> room.suppliers.evaluations(supplier, 10)).stream()
                .map(each -> "%d %s %s %s %s".formatted(each.deliveries(), each.punctual(), each.rejected(), each.score(), each.passes()))
                .toList());
    }

    /** Files by what stands for their digest. */
    private record InMemory(Map<String, String> files) implements Documents {

        @Override
        public InputStream open(Upload upload) {
            return new ByteArrayInputStream(files.get(upload.digest()).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<Document> of(OrderNumber order, Person reader) {
            return List.of();
        }

        @Override
        public Optional<Document> document(String id, Person reader) {
            return Optional.empty();
        }

        @Override
        public InputStream open(Document document) {
            throw new UnsupportedOperationException("Nothing is filed here.");
        }

        @Override
        public Upload take(String name, InputStream content) {
            throw new UnsupportedOperationException("Nothing is taken in here.");
        }

        @Override
        public Upload take(String name, long most, Writing content) {
            throw new UnsupportedOperationException("Nothing is made here.");
        }
    }
}
