package dev.kontor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("kontor import --opening")
class OpeningImportTest {

    @TempDir
    Path data;

    private FakePlatform platform;
    private ByteArrayOutputStream out;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        Files.writeString(data.resolve("cli.token"), "secret\n");
        Files.writeString(data.resolve("balances.pdf"), "%PDF-1.4");
        Files.writeString(data.resolve("totals.csv"), "Kunde,Orders,AR,All\nA,2,700.00,900.00\n");
        Files.writeString(data.resolve("orders.csv"), "No,Customer,Name,State,Delivered\n1,A,Alfreds,5,2025-12-01\n2,A,Alfreds,3,\n");
        Files.writeString(data.resolve("paid.csv"), "No,Part,Amount,Day\n1,1,300.00,2025-06-01\n");
        Files.writeString(data.resolve("mapping.yaml"), """
                source: old
                file: orders.csv
                row-key: No
                columns: {contract-number: "HT-{No}", customer: Customer, customer-name: Name, state: State, delivered-on: Delivered}
                groups: {paid: {file: paid.csv, on: No, columns: {instalment: Part, amount: Amount, on: Day}}}
                states: {"5": delivered, "3": started}
                constants: {currency: CNY}
                opening:
                  as-of: 2025-12-31
                  evidence: [balances.pdf]
                  totals: {file: totals.csv, columns: {customer: Kunde, orders: Orders, receivable: AR, exposure: All}, constants: {currency: CNY}}
                """);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private Ending run(String... arguments) {
        out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Settings settings = new Settings(data, data, platform.url(), Locale.ENGLISH, Optional.empty());
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), printed, printed, settings.language());
        return new Main(settings, terminal).run(List.of(arguments));
    }

    private String mapping() {
        return data.resolve("mapping.yaml").toString();
    }

    @Test
    void says_the_day_the_books_and_their_evidence_before_the_rows() {
        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.DONE);

        assertThat(platform.openings).singleElement().satisfies(values -> {
            assertThat(values.path("as-of").asText()).isEqualTo("2025-12-31");
            assertThat(values.path("evidence").asText()).isEqualTo("h-1");
            assertThat(values.path("totals").get(0).path("receivable").asText()).isEqualTo("700.00");
            assertThat(values.path("totals").get(0).path("currency").asText()).isEqualTo("CNY");
        });
        assertThat(platform.imported).extracting(row -> row.path("state").asText()).containsExactly("delivered", "started");
        assertThat(platform.imported.get(0).path("paid").get(0).path("amount").asText()).isEqualTo("300.00");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("finance and leadership compare and sign");
    }

    @Test
    void reads_files_as_excel_saves_them_in_china_and_refuses_what_holds_no_words() throws IOException {
        String orders = Files.readString(data.resolve("orders.csv")).replace("Alfreds", "南京机械");
        Files.write(data.resolve("orders.csv"), orders.getBytes(Charset.forName("GB18030")));

        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.DONE);
        assertThat(platform.imported).allSatisfy(row -> assertThat(row.path("customer-name").asText()).isEqualTo("南京机械"));

        Files.write(data.resolve("totals.csv"), new byte[] {'A', (byte) 0xFF, '\n'});
        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("totals.csv is neither UTF-8 nor GB 18030");
        Files.write(data.resolve("orders.csv"), new byte[] {'A', (byte) 0xFF, '\n'});
        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("orders.csv is neither");
    }

    @Test
    void states_the_totals_of_five_thousand_customers_in_parts() throws IOException {
        String many = IntStream.rangeClosed(1, 5_001).mapToObj(i -> "C-%d,1,7.00,9.00%n".formatted(i)).collect(Collectors.joining());
        Files.writeString(data.resolve("totals.csv"), "Kunde,Orders,AR,All\n" + many);

        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.DONE);

        assertThat(platform.openings).extracting(values -> values.path("part").asText()).hasSize(11).startsWith("1/11").endsWith("11/11");
        assertThat(platform.openings).extracting(values -> values.path("totals").size()).startsWith(500).endsWith(1);
        assertThat(platform.openings).flatExtracting(values -> values.path("totals").findValuesAsText("customer"))
                .hasSize(5_001).doesNotHaveDuplicates();
    }

    @Test
    void changes_nothing_when_it_runs_again_unless_something_was_taken_out_meanwhile() {
        run("import", "--opening", mapping());
        run("import", "--opening", mapping());
        assertThat(platform.keys).hasSize(2);

        platform.opening = "1-1";
        run("import", "--opening", mapping());
        assertThat(platform.keys).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void brings_nothing_more_in_once_the_opening_is_closed() {
        platform.closed = true;

        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Closed for good.");
        assertThat(platform.imported).isEmpty();
    }

    @Test
    void an_opening_is_never_taken_for_an_import_of_new_orders() throws IOException {
        assertThat(run("import", mapping())).isEqualTo(Ending.MISUSED);
        assertThat(platform.imported).isEmpty();

        String mapping = Files.readString(data.resolve("mapping.yaml"));
        Files.writeString(data.resolve("mapping.yaml"), mapping.substring(0, mapping.indexOf("opening:")));
        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.MISUSED);
        assertThat(platform.imported).isEmpty();
    }

    @Test
    void sends_the_report_of_each_delivered_machine_ahead_and_each_file_once() throws IOException {
        Files.writeString(data.resolve("machines.csv"), "No,Plate,State,Report\n1,M-1,delivered,report.pdf\n1,M-2,delivered,report.pdf\n1,M-3,started,\n");
        Files.writeString(data.resolve("report.pdf"), "%PDF-1.7");
        String mapping = Files.readString(data.resolve("mapping.yaml")).replace("groups: {", "groups: {machines: {file: machines.csv, on: No,"
                + " columns: {serial: Plate, state: State}, constants: {line: '1'}, upload: {evidence: Report}}, ");
        Files.writeString(data.resolve("mapping.yaml"), mapping);

        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.DONE);

        assertThat(platform.imported.get(0).path("machines").findValuesAsText("evidence")).containsExactly("h-1", "h-1");
        assertThat(platform.uploads).as("what proves the totals, and the report").isEqualTo(2);
        assertThat(platform.imported.get(0).path("machines").get(2).has("evidence")).isFalse();
        assertThat(platform.imported.get(0).path("columns").asText()).contains("machines.evidence=machines.csv: Report");
    }

    @Test
    void refuses_a_row_whose_file_is_missing_at_its_column_and_takes_the_others() throws IOException {
        Files.writeString(data.resolve("machines.csv"), "No,Plate,State,Report\n1,M-1,delivered,report.pdf\n");
        String mapping = Files.readString(data.resolve("mapping.yaml")).replace("groups: {", "groups: {machines: {file: machines.csv, on: No,"
                + " columns: {serial: Plate, state: State}, constants: {line: '1'}, upload: {evidence: Report}}, ");
        Files.writeString(data.resolve("mapping.yaml"), mapping);

        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("trying again")
                .contains("line 2 (row 1), machines.csv: Report: There is no file “report.pdf”").contains("1 imported, 0 before, 1 reasons");
        assertThat(platform.imported).extracting(row -> row.path("state").asText()).containsExactly("started");

        Files.writeString(data.resolve("report.pdf"), "%PDF-1.7");
        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.DONE);
        assertThat(platform.imported).hasSize(2);
    }

    @Test
    void says_which_contract_file_is_missing() throws IOException {
        Files.writeString(data.resolve("orders.csv"), "No,Customer,Name,State,Delivered,Paper\n1,A,Alfreds,5,2025-12-01,lost.pdf\n");
        Files.writeString(data.resolve("mapping.yaml"), Files.readString(data.resolve("mapping.yaml")) + "upload: Paper\n");

        assertThat(run("import", "--opening", mapping())).isEqualTo(Ending.FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("line 2 (row 1), Paper: There is no file “lost.pdf”");
        assertThat(platform.imported).isEmpty();
    }
}
