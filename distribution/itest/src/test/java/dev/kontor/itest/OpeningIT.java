package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

@DisplayName("bin/kontor import --opening, of the unpacked archive: from the sheet to the orders, and on from there")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpeningIT {

    private static final LocalDate TODAY = Company.today();
    private static final LocalDate SIGNED = TODAY.minusDays(200);
    private static final LocalDate DELIVERED = TODAY.minusDays(20);

    private final Archive archive = Archive.unpack("opening").staffed();
    private final Path sheet = archive.home().resolve("sheet");
    private final Platform platform = new Platform(archive, "--demo");
    private final Company company = new Company(platform);
    private Works works;

    @BeforeAll
    void start() throws IOException {
        platform.start();
        works = new Works(company);
        Files.createDirectories(sheet);
        write("balances.pdf", "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
        totals("450000.00");
        orders(DELIVERED.toString());
        write("report.pdf", "%PDF-1.4\n2 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
        write("machines.csv", "No,Plate,State,Finished,Sent,Arrived,Accepted,Report\n1,OLD-0001,,,,,,\n3,HALF-1,delivered,%s,%s,%s,%s,report.pdf\n3,HALF-2,started,,,,,\n"
                .formatted(DELIVERED.minusDays(9), DELIVERED.minusDays(8), DELIVERED.minusDays(2), DELIVERED));
        write("paid.csv", "No,Amount,Day\n1,150000.00,%1$s\n2,150000.00,%1$s\n3,150000.00,%1$s\n".formatted(SIGNED.plusDays(5)));
        write("invoices.csv", "No,Number,Amount,Day\n1,25000000000000000001,500000.00,%s\n".formatted(DELIVERED));
        write("mapping.yaml", """
                source: old
                file: orders.csv
                row-key: No
                columns: {contract-number: "OLD-{No}", state: State, cleared-on: Cleared, started-on: Started, finished-on: Finished,
                  dispatched-on: Sent, arrived-on: Arrived, delivered-on: Accepted, receivable: Receivable}
                constants: {partial: "yes", customer: OLD-1, customer-name: Old Machines, contact-name: Anke, contact-phone: "+49 40 1", currency: CNY,
                  signed-on: "%s", plan: 30-60-10, delivery-date: "%s", delivery-place: Hamburg}
                groups:
                  lines: {file: orders.csv, on: No, columns: {model: Model, name: Model, price: Price, quantity: Quantity},
                    constants: {unit: 台, tax: "13"}}
                  machines: {file: machines.csv, on: No, constants: {line: "1"}, upload: {evidence: Report},
                    columns: {serial: Plate, state: State, finished-on: Finished, dispatched-on: Sent, arrived-on: Arrived, delivered-on: Accepted}}
                  paid: {file: paid.csv, on: No, columns: {amount: Amount, on: Day}, constants: {instalment: "1"}}
                  invoices: {file: invoices.csv, on: No, columns: {number: Number, amount: Amount, issued-on: Day}}
                states: {done: delivered, booked: cleared, begun: started}
                reps: {"*": lina}
                opening:
                  as-of: %s
                  evidence: [balances.pdf]
                  totals: {file: totals.csv, columns: {customer: Customer, orders: Orders, receivable: Receivable, exposure: Exposure}}
                """.formatted(SIGNED, TODAY.plusDays(90), TODAY.minusDays(1)));
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(sheet.resolve(name), content);
    }

    private void totals(String receivable) throws IOException {
        write("totals.csv", "Customer,Orders,Receivable,Exposure\nOLD-1,3,%s,1050000.00\n".formatted(receivable));
    }

    private void orders(String accepted) throws IOException {
        LocalDate cleared = SIGNED.plusDays(9);
        write("orders.csv", "No,State,Model,Price,Quantity,Receivable,Cleared,Started,Finished,Sent,Arrived,Accepted\n"
                + "1,done,VMC-850,500000,1,,%s,%s,%s,%s,%s,%s\n".formatted(
                        cleared, cleared.plusDays(9), DELIVERED.minusDays(9), DELIVERED.minusDays(8), DELIVERED.minusDays(2), accepted)
                + "2,booked,VMC-900,500000,1,,%s,,,,,\n".formatted(cleared)
                + "3,begun,VMC-950,250000,2,100000.00,%s,%s,,,,\n".formatted(cleared, cleared.plusDays(9)));
    }

    private Archive.Ended bring() {
        return archive.kontor("import", "--opening", sheet.resolve("mapping.yaml").toString());
    }

    private Rest.Got signs(String person) {
        JsonNode offer = company.as(person).get("commands/entry/sign-opening").body();
        return company.as(person).command("entry/sign-opening", Map.of(
                "version", offer.path("version").asLong(-1), "values", Map.of("checked", "yes")));
    }

    private String page() {
        return company.as("gao").get("pages/entry/opening").expect(200).body().toString();
    }

    /** The order of a contract. */
    private String order(String contract) {
        JsonNode found = company.as("auditor").get("orders?words=" + contract).expect(200).body();
        return StreamSupport.stream(found.findParents("contract").spliterator(), false)
                .filter(order -> order.path("contract").toString().contains(contract))
                .map(order -> order.path("number").asText())
                .findFirst()
                .orElse("");
    }

    @Test
    @Order(1)
    void aRowThatIsWrongIsNamedByLineAndColumnAndTheOthersComeIn() throws Exception {
        orders(TODAY.toString());
        Archive.Ended wrong = bring();
        assertThat(wrong.code()).as(wrong.words()).isEqualTo(1);
        assertThat(wrong.words()).contains("line 2 (row 1), Accepted: ").contains("2 imported");

        orders(DELIVERED.toString());
        Archive.Ended right = bring();
        assertThat(right.code()).as(right.words()).isZero();
        assertThat(right.words()).contains("1 imported, 2 before");
        assertThat(bring().words()).contains("0 imported, 3 before");
        assertThat(order("OLD-1")).as("nothing is an order yet").isEmpty();
    }

    @Test
    @Order(2)
    void nobodySignsWhatDiffersFromTheBooks() throws Exception {
        totals("450000.01");
        assertThat(bring().code()).isZero();
        assertThat(signs("zhou").expect(409).body().path("detail").asText()).contains("OLD-1");

        totals("450000.00");
        assertThat(bring().code()).isZero();
        signs("zhou").expect(200);
        assertThat(signs("zhou").status()).isIn(403, 409);
        assertThat(order("OLD-1")).isEmpty();
        signs("gao").expect(200);
    }

    @Test
    @Order(3)
    void theOrdersStandWhereTheyStoodAndNothingOfThePastIsAViolation() {
        company.until("the orders are opened", () ->
                List.of("OLD-1", "OLD-2", "OLD-3").stream().noneMatch(each -> order(each).isEmpty()));
        String delivered = order("OLD-1");
        company.handled(delivered);

        JsonNode passed = company.as("auditor").get("orders/" + delivered + "/milestones").expect(200).body();
        assertThat(passed.findValuesAsText("name")).contains("entry.opened", "review.cleared", "production.finished", "logistics.delivered")
                .doesNotContain("finance.collected");
        assertThat(passed.toString()).contains(DELIVERED.toString(), TODAY.minusDays(1).toString());
        assertThat(company.journal(delivered)).doesNotContain("rules.violation");
        assertThat(company.reviews(delivered)).isEmpty();
        assertThat(page()).contains(delivered, order("OLD-2"));
    }

    @Test
    @Order(4)
    void aDeliveredOrderIsCollectedAndSettledAndAClearedOnePlanned() {
        String delivered = order("OLD-1");
        works.paid(delivered, "300000.00").expect(200);
        company.until("it is collected", () -> company.milestones(delivered).contains("finance.completed"));
        company.handled(delivered);
        works.settled(delivered);
        assertThat(company.milestones(delivered)).contains("finance.collected", "finance.settled");

        works.planned(order("OLD-2"));
        works.released(order("OLD-2")).expect(200);
        assertThat(company.milestones(order("OLD-2"))).contains("production.started");
    }

    @Test
    @Order(4)
    @DisplayName("R-0.4: of a half-shipped order each machine stands where it stood, the delivered one with its signed report, and what is left is planned")
    void aHalfShippedOrderGoesOnFromWhereItIs() {
        String half = order("OLD-3");
        company.handled(half);
        assertThat(company.milestones(half)).contains("production.started").doesNotContain("production.finished", "logistics.delivered");
        JsonNode documents = company.as("auditor").get("orders/" + half + "/documents").expect(200).body();
        assertThat(documents.findValuesAsText("kind")).contains("logistics.acceptance");
        assertThat(documents.findValuesAsText("name")).contains("report.pdf");
        assertThat(company.journal(half)).doesNotContain("rules.violation");

        works.planned(half);
    }

    @Test
    @Order(5)
    @DisplayName("R-0.4: closed for good")
    void nothingMoreIsBroughtInOnceItIsClosed() {
        Archive.Ended late = bring();
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.words()).contains("closed for good");
        List<String> orders = company.as("auditor").get("orders?words=OLD-1").expect(200).body().findValuesAsText("number");
        assertThat(orders).hasSize(3);
        assertThat(archive.kontor("journal", "verify").code()).isZero();
    }
}
