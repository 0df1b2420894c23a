package dev.kontor.engine.version;

import static dev.kontor.api.rule.RuleSets.Passage.FAILED;
import static dev.kontor.api.rule.RuleSets.Passage.NOT_REACHED;
import static dev.kontor.api.rule.RuleSets.Passage.PASSED;
import static dev.kontor.api.rule.RuleSets.Passage.WAITS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.RuleSets.Passage;
import dev.kontor.api.rule.RuleSets.Severity;
import dev.kontor.api.rule.RuleSets.Step;
import dev.kontor.api.text.Text;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The way of a version is told step by step")
class WayTest extends Room {

    private static Map<String, Passage> passages(RuleSets.Version version) {
        Map<String, Passage> passages = new LinkedHashMap<>();
        version.steps().forEach(step -> passages.put(step.id(), step.passage()));
        return passages;
    }

    private RuleSets.Version checked(String file, byte[] content) throws IOException {
        return office.list.check(SET, RuleSetFiles.read(SET, folder.resolve(SET)).with(Map.of(file, content)).files());
    }

    private RuleSets.Version checked(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(SET).resolve(file));
        assertThat(text).contains(from);
        return checked(file, text.replace(from, to).getBytes(UTF_8));
    }

    @Test
    void what_decides_has_passed_every_step_but_the_one_that_nobody_has_to_take() {
        open("rules");
        assertThat(passages(set().active().orElseThrow())).containsExactly(
                Map.entry("settle", PASSED), Map.entry("syntax", PASSED), Map.entry("types", PASSED), Map.entry("lint", PASSED),
                Map.entry("confinement", PASSED), Map.entry("cases", PASSED), Map.entry("replay", NOT_REACHED), Map.entry("approval", PASSED),
                Map.entry("effective-date", PASSED), Map.entry("swap", PASSED));
    }

    @Test
    void a_step_fails_at_its_place_and_those_behind_it_are_not_reached() throws IOException {
        open("rules");
        RuleSets.Version version = checked("joint.drl", "currency == \"CNY\", total.amount", "currency == \"CNY\", totl.amount");
        assertThat(version.state()).isEqualTo("refused");
        assertThat(passages(version)).containsEntry("syntax", PASSED).containsEntry("types", FAILED).containsEntry("lint", NOT_REACHED)
                .containsEntry("cases", NOT_REACHED).containsEntry("swap", NOT_REACHED);
        Step types = version.steps().stream().filter(step -> step.id().equals("types")).findFirst().orElseThrow();
        assertThat(types.problems()).first().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("joint.drl");
            assertThat(problem.line()).isPositive();
        });
    }

    @Test
    void a_wrong_expectation_fails_the_cases_and_nothing_before_them() throws IOException {
        open("rules");
        assertThat(passages(checked("cases/large.yaml", "within: 5", "within: 6"))).containsEntry("confinement", PASSED).containsEntry("cases", FAILED)
                .containsEntry("replay", NOT_REACHED);
    }

    @Test
    void a_file_in_gbk_is_refused_at_the_line_and_column_where_it_stops_to_be_utf8() throws IOException {
        open("rules");
        byte[] gbk = "title=Joint\nlarge=x 大额订单\n".getBytes(Charset.forName("GBK"));
        RuleSets.Version version = checked("texts_zh.properties", gbk);
        assertThat(passages(version)).containsEntry("syntax", FAILED);
        assertThat(version.problems()).anySatisfy(problem -> {
            assertThat(problem.message().key()).isEqualTo("engine.not-utf8");
            assertThat(List.of(problem.file(), problem.line(), problem.column())).isEqualTo(List.of("texts_zh.properties", 2, 9));
        });
    }

    @Test
    void a_parameter_that_nothing_reads_and_a_text_that_nothing_uses_are_warned_of_and_refuse_nothing() throws IOException {
        open("rules");
        RuleSets.Version version = checked("parameters.csv", "split-days,30,days,2020-01-01,4.2",
                "split-days,30,days,2020-01-01,4.2\nunused,1,count,2020-01-01,4.2\nunused,2,count,2021-01-01,4.2\nrate-usd,7.1,CNY,2020-01-01,4.2");
        assertThat(version.state()).as(version.problems().toString()).isEqualTo("refused"); // rate-usd has no title
        version = checked("parameters.csv", "split-days,30,days,2020-01-01,4.2",
                "split-days,30,days,2020-01-01,4.2\nunused,1,count,2020-01-01,4.2\nunused,2,count,2021-01-01,4.2");
        assertThat(version.state()).isEqualTo("checked");
        assertThat(version.problems()).allMatch(problem -> problem.severity() == Severity.WARNING);
        assertThat(version.problems()).filteredOn(problem -> problem.file().equals("parameters.csv")).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(Text.of("engine.parameter-unread", "unused"));
            assertThat(problem.line()).isEqualTo(5);
        });
        assertThat(version.problems()).anyMatch(problem -> problem.file().equals("texts_zh.properties")
                && problem.message().equals(Text.of("engine.text-unused", "parameter.bonus-from")) && problem.line() > 1);
        assertThat(passages(version)).containsEntry("lint", PASSED);
    }

    @Test
    void a_parameter_that_code_or_another_set_reads_is_not_warned_of() throws IOException {
        String mine = Files.readString(folder.resolve(SET).resolve("parameters.csv"));
        Files.writeString(folder.resolve(SET).resolve("parameters.csv"), mine.strip() + "\nbonus-from,2000000,CNY,2020-01-01,4.2\n");
        copy(Path.of("src/test/resources/reading-rules"), folder);
        open("rules");
        assertThat(office.list.set("sales/bonus").orElseThrow().active()).isPresent();
        RuleSets.Version version = checked("parameters.csv", "name,value", "name,value"); // once the other set decides
        assertThat(version.problems()).noneMatch(problem -> problem.file().equals("parameters.csv"));
        version = checked("parameters.csv", "split-days,30", "# read by code: other, unused\nunused,1,count,2020-01-01,4.2\nsplit-days,30");
        assertThat(version.problems()).noneMatch(problem -> problem.file().equals("parameters.csv"));
    }

    @Test
    void warnings_are_kept_with_the_version_and_do_not_hold_it_up() throws Exception {
        open("rules");
        office.run("rules", "rules/upload", Map.of("set", SET, "file", "parameters.csv", "then", "activate", "reason", "x", "content",
                Files.readString(folder.resolve(SET).resolve("parameters.csv")) + "unused,1,count,2026-01-01,4.2"));
        assertThat(set().active().orElseThrow().version().number()).isEqualTo(2);
        office.close();
        open("rules");
        assertThat(set().active().orElseThrow().problems()).anyMatch(problem ->
                problem.severity() == Severity.WARNING && problem.message().equals(Text.of("engine.parameter-unread", "unused")));
    }

    @Test
    void what_waits_says_for_whom() {
        open("rules", "other");
        office.run("rules", "rules/policy", Map.of("set", SET, "approval", "two", "reason", "x"));
        String digest = proposed("rules", 3_000_000, "activate");
        Step approval = version(digest).steps().stream().filter(step -> step.id().equals("approval")).findFirst().orElseThrow();
        assertThat(approval.passage()).isEqualTo(WAITS);
        assertThat(approval.said().key()).isEqualTo("engine.way-waits-second");
    }

    /** What they say is about a folder that is not read, and about fields of a form. */
    private static final Set<String> NO_PROBLEMS = Set.of("CaseFile.java", "FolderFiles.java", "UnitValue.java");

    /** A problem that no step knows would be shown nowhere on the way. */
    @Test
    void every_problem_that_a_check_can_find_belongs_to_one_step() {
        TreeSet<String> keys = new TreeSet<>();
        Pattern noted = Pattern.compile("\"(engine\\.[a-z0-9-]+)\"");
        for (String folder : List.of("set", "compile", "cases")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/kontor/engine").resolve(folder))) {
                for (Path source : sources.filter(path -> path.toString().endsWith(".java") && !NO_PROBLEMS.contains(path.getFileName().toString())).toList()) {
                    noted.matcher(Files.readString(source)).results().forEach(found -> keys.add(found.group(1)));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        keys.remove("engine.in-cell"); // says where another one is
        assertThat(keys).hasSizeGreaterThan(50);
        keys.removeAll(List.of("engine.in-cell", "engine.cell-of-sheet")); // they say where another problem is
        List<String> homeless = new ArrayList<>();
        for (String key : keys) {
            RuleSets.Problem problem = new RuleSets.Problem("", 0, 0, Text.of(key));
            if (Arrays.stream(CheckStep.values()).filter(step -> step.found(problem)).count() != 1) {
                homeless.add(key);
            }
        }
        assertThat(homeless).isEmpty();
    }
}
