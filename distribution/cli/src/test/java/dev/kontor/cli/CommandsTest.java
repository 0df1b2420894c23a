package dev.kontor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The commands for a running platform")
class CommandsTest {

    @TempDir
    Path data;

    private FakePlatform platform;
    private Locale language = Locale.ENGLISH;
    private Optional<String> token = Optional.empty();
    private ByteArrayOutputStream out;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        Files.writeString(data.resolve("cli.token"), "secret\n");
        Files.writeString(data.resolve("orders.csv"), "\uFEFFOrderID,CustomerID,Rep,OrderDate\n1,A,5,1996-07-04 00:00\n2,B,6,1996-07-05\n");
        Files.writeString(data.resolve("customers.csv"), "CustomerID,CompanyName\nA,\"Alfreds, Futterkiste\"\n");
        Files.writeString(data.resolve("lines.csv"), "OrderID,Product,Quantity\n1,Chai,3\n1,Chang,4\n");
        Files.writeString(data.resolve("mapping.yaml"), """
                source: northwind
                file: orders.csv
                row-key: OrderID
                join: {customer: {file: customers.csv, by: CustomerID, on: CustomerID}}
                columns: {contract-number: "NW-{OrderID}", signed-on: OrderDate, customer: CustomerID, customer-name: customer.CompanyName}
                groups: {lines: {file: lines.csv, on: OrderID, columns: {name: Product, quantity: Quantity}, constants: {tax: 13}}}
                constants: {currency: CNY}
                dates: [signed-on]
                shift-days: 7
                representative: Rep
                reps: {"5": lina, "*": zhao}
                """);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void imports_each_row_with_its_joined_and_grouped_columns() {
        run("import", mapping());
        var values = platform.imported.get(0);
        assertThat(values.path("contract-number").asText()).isEqualTo("NW-1");
        assertThat(values.path("signed-on").asText()).isEqualTo("1996-07-11");
        assertThat(values.path("customer-name").asText()).isEqualTo("Alfreds, Futterkiste");
        assertThat(values.path("representative").asText()).isEqualTo("lina");
        assertThat(values.path("state").asText()).isEqualTo("draft");
        assertThat(values.path("lines").get(1).path("quantity").asText()).isEqualTo("4");
        assertThat(values.path("lines").get(0).path("tax").asText()).isEqualTo("13");
        assertThat(values.path("columns").asText()).contains("customer-name=customer.CompanyName", "lines.quantity=lines.csv: Quantity");
    }

    @Test
    void lists_refused_rows_with_line_key_and_column() {
        assertThat(run("import", mapping())).isEqualTo(Ending.FAILED);
        assertThat(said()).contains("line 3 (row 2), customers.csv: CompanyName: Missing.").contains("1 imported, 0 before");
    }

    @Test
    void changes_nothing_when_it_runs_again_and_tries_refused_rows_anew() throws IOException {
        run("import", mapping());
        Files.writeString(data.resolve("customers.csv"), "CustomerID,CompanyName\nA,\"Alfreds, Futterkiste\"\nB,Berglunds\n");
        assertThat(run("import", mapping())).isEqualTo(Ending.DONE);
        assertThat(said()).contains("1 imported, 1 before");
        assertThat(platform.imported).hasSize(2);
        assertThat(run("import", mapping())).isEqualTo(Ending.DONE);
        assertThat(platform.imported).hasSize(2);
    }

    @Test
    void tries_a_refused_row_under_a_new_key_since_the_platform_keeps_refusals() {
        run("import", mapping());
        run("import", mapping());
        assertThat(platform.keys).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void sends_a_row_whose_answer_was_lost_under_the_same_key() throws IOException {
        run("import", mapping());
        Path log = data.resolve("import/northwind.tsv");
        Files.writeString(log, ""); // killed before the answer was noted
        run("import", mapping());
        assertThat(platform.keys.get(2)).isEqualTo(platform.keys.get(0));
        assertThat(platform.imported).hasSize(1);
    }

    @Test
    void waits_while_the_platform_is_not_ready() {
        platform.isUnavailableFor(1);
        run("import", mapping());
        assertThat(platform.keys.get(1)).isEqualTo(platform.keys.get(0));
        assertThat(platform.imported).hasSize(1);
    }

    @Test
    void says_what_is_wrong_with_a_mapping() throws IOException {
        Files.writeString(data.resolve("mapping.yaml"), "source: x\nfile: y\nrow-key: z\nfiel: y\n");
        assertThat(run("import", mapping())).isEqualTo(Ending.MISUSED);
        assertThat(said()).contains("fiel");
    }

    @Test
    void names_the_place_of_each_problem_of_a_rule_set() {
        assertThat(run("rules", "problems")).isEqualTo(Ending.FAILED);
        assertThat(said()).contains("review/joint/joint.drl:7:3: salience is not allowed");
        assertThat(run("rules", "list")).isEqualTo(Ending.DONE);
        assertThat(said()).contains("1 aaaaaaaaaaaa", "candidate 2 bbbbbbbbbbbb", "the folder differs");
    }

    @Test
    void activates_the_candidate_with_a_reason() {
        assertThat(run("rules", "activate", "review/joint", "new limits")).isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(0).path("digest").asText()).isEqualTo("bbbbbbbbbbbbbbbb");
        assertThat(platform.imported.get(0).path("reason").asText()).isEqualTo("new limits");
        assertThat(run("rules", "activate", "review/joint")).isEqualTo(Ending.MISUSED);
    }

    @Test
    void tries_the_candidate_on_past_decisions_and_says_which_would_change() {
        assertThat(run("rules", "try", "review/joint", "2026-01-01", "2026-12-31")).isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(0).path("digest").asText()).isEqualTo("bbbbbbbbbbbbbbbb");
        assertThat(platform.imported.get(0).path("to").asText()).isEqualTo("2026-12-31");
        assertThat(said()).contains("SO-2026-00007\tHuadong\tCNY 900000.00\t- -> It is large.", "8 decisions tried, 1 would change", "replays/r-1");
    }

    @Test
    void tries_a_version_on_a_file_of_cases_or_on_the_decisions_of_one_department() throws IOException {
        Path cases = Files.writeString(data.resolve("cases.csv"), "name,Order.total\na,1\n");
        assertThat(run("rules", "try", "review/joint", "--cases", cases.toString())).isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(0).path("file").asText()).isEqualTo("h-1");
        assertThat(platform.imported.get(0).path("digest").asText()).isEqualTo("bbbbbbbbbbbbbbbb");
        assertThat(said()).contains("8 cases tried, 1 would come out otherwise");
        assertThat(run("rules", "try", "review/joint", "2026-01-01", "2026-12-31", "--department", "finance")).isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(1).path("department").asText()).isEqualTo("finance");
        assertThat(run("rules", "try", "review/joint", "a", "b", "--cases", cases.toString())).isEqualTo(Ending.MISUSED);
        assertThat(run("rules", "try", "review/joint")).isEqualTo(Ending.MISUSED);
        assertThat(run("rules", "verify", "--cases", cases.toString())).isEqualTo(Ending.MISUSED);
    }

    @Test
    void executes_decisions_again_and_fails_when_one_is_not_the_same() {
        assertThat(run("rules", "verify", "2026-01-01", "2026-12-31")).isEqualTo(Ending.FAILED);
        assertThat(platform.imported.get(0).path("set").asText()).isEmpty();
        assertThat(platform.imported.get(0).path("from").asText()).isEqualTo("2026-01-01");
        assertThat(said()).contains("SO-2026-00007", "8 decisions executed again, 1 are not the same", "replays/r-1");
        run("rules", "verify", "review/joint");
        assertThat(platform.imported.get(1).path("set").asText()).isEqualTo("review/joint");
    }

    @Test
    void writes_out_what_decides_and_proposes_a_changed_file() throws IOException {
        assertThat(run("rules", "export", "review/joint", data.resolve("joint").toString())).isEqualTo(Ending.DONE);
        assertThat(data.resolve("joint/cases/a.yaml")).hasContent("[]\n");
        assertThat(run("rules", "show", "review/joint", "parameters.csv")).isEqualTo(Ending.DONE);
        assertThat(said()).contains("name,value");
        assertThat(run("rules", "show", "review/joint", "no.drl")).isEqualTo(Ending.FAILED);
        assertThat(run("rules", "submit", "review/joint", data.resolve("joint/cases/a.yaml").toString(), "more cases")).isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(0).path("files")).singleElement().satisfies(file -> {
            assertThat(file.path("path").asText()).isEqualTo("cases/a.yaml");
            assertThat(file.path("content").asText()).isEqualTo("h-1");
        });
        assertThat(platform.imported.get(0).path("then").asText()).isEqualTo("propose");
        assertThat(platform.imported.get(0).path("whole").asText()).isEqualTo("no");
    }

    @Test
    void proposes_several_files_at_once_or_a_folder_as_the_whole_set() throws IOException {
        Path joint = Files.createDirectories(data.resolve("joint"));
        Files.createDirectories(joint.resolve("cases"));
        Files.writeString(joint.resolve("joint.drl"), "rule");
        Files.writeString(joint.resolve("cases/a.yaml"), "[]");
        Files.writeString(joint.resolve(".joint.drl.swp"), "b0VIM");
        assertThat(run("rules", "submit", "review/joint", joint.resolve("joint.drl").toString(), joint.resolve("cases/a.yaml").toString(), "two"))
                .isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(0).path("files").findValuesAsText("path")).containsExactly("cases/a.yaml", "joint.drl");
        assertThat(platform.imported.get(0).path("whole").asText()).isEqualTo("no");
        assertThat(platform.imported.get(0).path("reason").asText()).isEqualTo("two");
        assertThat(run("rules", "submit", "review/joint", joint + "/", "the folder")).isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(1).path("files").findValuesAsText("path")).containsExactly("cases/a.yaml", "joint.drl");
        assertThat(platform.imported.get(1).path("whole").asText()).isEqualTo("yes");
        assertThat(run("rules", "submit", "review/joint", joint.toString(), joint.resolve("joint.drl").toString(), "both")).isEqualTo(Ending.MISUSED);
        assertThat(run("rules", "submit", "review/joint", "no reason")).isEqualTo(Ending.MISUSED);
    }

    @Test
    void has_a_folder_checked_and_names_each_place_so_that_an_editor_jumps_there() throws IOException {
        Path joint = Files.createDirectories(data.resolve("review/joint"));
        Files.createDirectories(joint.resolve("cases"));
        Files.writeString(joint.resolve("joint.drl"), "rule");
        Files.write(joint.resolve("texts_zh.properties"), new byte[] {(byte) 0xB4, (byte) 0xF3});
        Files.writeString(joint.resolve("cases/a.yaml"), "[]");
        Files.writeString(joint.resolve(".joint.drl.swp"), "b0VIM");

        assertThat(run("rules", "check", joint + "/")).isEqualTo(Ending.FAILED);

        assertThat(said()).contains(joint + "/joint.drl:7:3: salience is not allowed", joint + "/parameters.csv:4:1: warning: Nothing reads it.",
                "failed         Lint: 1 problems.");
        assertThat(platform.imported.get(0).properties()).extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("joint.drl", "texts_zh.properties", "cases/a.yaml");
        assertThat(platform.imported.get(0).path("texts_zh.properties").asText()).isEqualTo("tPM=");
    }

    @Test
    void a_signed_set_leaves_as_one_file_and_is_not_written_over_another() throws IOException {
        Path file = data.resolve("joint.zip");
        assertThat(run("rules", "export", "review/joint", file.toString())).isEqualTo(Ending.DONE);
        assertThat(file).hasContent("a parcel");
        assertThat(run("rules", "export", "review/joint", file.toString())).isEqualTo(Ending.FAILED);
        assertThat(run("rules", "import", file.toString(), "tested")).isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(0).path("file").asText()).isEqualTo("h-1");
        assertThat(platform.imported.get(0).path("reason").asText()).isEqualTo("tested");
    }

    @Test
    void names_the_day_from_which_a_version_is_to_decide() {
        assertThat(run("rules", "activate", "review/joint", "new limits", "--from", "2026-07-01")).isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(0).path("from").asText()).isEqualTo("2026-07-01");
        assertThat(run("rules", "approve", "--from", "2026-07-01", "review/joint", "bbbb", "read it")).isEqualTo(Ending.DONE);
        assertThat(platform.imported.get(1).path("digest").asText()).isEqualTo("bbbb");
        assertThat(run("rules", "rollback", "review/joint", "x", "--from", "2026-07-01")).isEqualTo(Ending.MISUSED);
        assertThat(run("rules", "activate", "review/joint", "x", "--from")).isEqualTo(Ending.MISUSED);
    }

    @Test
    void tells_what_the_candidate_has_otherwise() {
        assertThat(run("rules", "diff", "review/joint")).isEqualTo(Ending.DONE);
        assertThat(said()).isEqualToNormalizingNewlines("parameters.csv:2:\n+ large,3\n");
        assertThat(run("rules", "diff", "review/joint", "0000")).isEqualTo(Ending.FAILED);
    }

    @Test
    void acts_under_the_name_of_who_gives_a_token() {
        assertThat(run("rules", "approve", "review/joint", "bbbb", "x")).isEqualTo(Ending.DONE);
        token = Settings.of(Map.of("KONTOR_TOKEN", " mine ")).token();
        assertThat(run("rules", "approve", "review/joint", "bbbb", "x")).isEqualTo(Ending.DONE);
        assertThat(platform.tokens).containsExactly("Bearer secret", "Bearer mine");
    }

    @Test
    void compares_line_by_line() {
        assertThat(LineDiff.of("a\nb\nc\n", "a\nb\nc\n")).isEmpty();
        assertThat(LineDiff.of("a\nb\nc\n", "a\nx\nc\nd\n")).containsExactly(
                new LineDiff.Hunk(2, List.of("- b", "+ x")), new LineDiff.Hunk(4, List.of("+ d")));
        assertThat(LineDiff.of("a\n", "")).containsExactly(new LineDiff.Hunk(1, List.of("- a")));
    }

    @Test
    void ends_with_a_fault_when_a_journal_is_not_whole() {
        assertThat(run("journal", "verify")).isEqualTo(Ending.FAILED);
        assertThat(said()).contains("SO-2026-00001 entry 4");
    }

    @Test
    void prints_a_token_and_nothing_else_to_the_result() {
        assertThat(runWith("lina\nlina\n", "token")).isEqualTo(Ending.DONE);
        assertThat(said()).contains("abc");
        assertThat(runWith("lina\nwrong\n", "token")).isEqualTo(Ending.FAILED);
    }

    @Test
    void takes_no_cut_off_download_for_a_backup() {
        assertThat(run("backup", data.resolve("b.zip").toString())).isEqualTo(Ending.FAILED);
        assertThat(data.resolve("b.zip")).doesNotExist();
    }

    @Test
    void restores_nothing_over_a_database_or_a_running_platform() throws IOException {
        Path backup = data.resolve("b.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(backup))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("manifest.json"));
        }
        assertThat(run("restore", backup.toString())).isEqualTo(Ending.FAILED);
        platform.close();
        assertThat(run("restore", backup.toString())).isEqualTo(Ending.DONE);
        assertThat(data.resolve("restore.zip")).exists();
        Files.createDirectories(data.resolve("derby/main"));
        assertThat(run("restore", backup.toString())).isEqualTo(Ending.FAILED);
    }

    @Test
    void says_in_chinese_that_nobody_answers() {
        platform.close();
        language = Settings.language(Map.of("LANG", "zh_CN.UTF-8"));
        assertThat(run("rules", "list")).isEqualTo(Ending.UNREACHABLE);
        assertThat(said()).contains("没有响应");
    }

    @Test
    void knows_every_word_in_both_languages() throws IOException {
        assertThat(keys("messages_zh.properties")).isEqualTo(keys("messages.properties"));
    }

    private static Object keys(String file) throws IOException {
        var words = new java.util.Properties();
        try (var in = CommandsTest.class.getResourceAsStream(file)) {
            words.load(in);
        }
        return words.stringPropertyNames();
    }

    private String mapping() {
        return data.resolve("mapping.yaml").toString();
    }

    private Ending run(String... arguments) {
        return runWith("", arguments);
    }

    private Ending runWith(String typed, String... arguments) {
        out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        Settings settings = new Settings(data, data, url(), language, token);
        Terminal terminal = new Terminal(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), both, both, language);
        return new Main(settings, terminal).run(List.of(arguments));
    }

    private URI url() {
        return platform.url();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
