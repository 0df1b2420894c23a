package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was compiled is kept with its version (K-6)")
class RestartIT {

    private static final int SETS = 40;
    private static final int RULES = 8;
    private static final String COMPILER = "org.eclipse.jdt.internal.compiler.Compiler ";
    private static final String PARSER = "org.drools.drl.parser.DrlParser ";
    private static final String LINKED = "dev.kontor.engine.run.LinkedSet ";

    @Test
    void aRestartWithThreeHundredRulesInFortySetsCompilesNothing() throws IOException {
        Archive archive = Archive.unpack("restart");
        Path loaded = archive.home().resolve("loaded.txt");
        archive.configure("JVM_OPTIONS=\"$JVM_OPTIONS -Xlog:class+load:file=%s:none:filecount=0\"".formatted(loaded));
        for (int set = 0; set < SETS; set++) {
            String name = "load/limits-" + (char) ('a' + set / 10) + (char) ('a' + set % 10);
            write(archive.rules().resolve(name), name);
        }
        try (Platform platform = new Platform(archive)) {
            platform.start();
            assertThat(loaded(loaded)).anyMatch(name -> name.startsWith(COMPILER)).anyMatch(name -> name.startsWith(PARSER));
            int first = decide(platform);
            assertThat(first).as(platform.log()).isGreaterThan(SETS);
            platform.stop();
            platform.start();
            assertThat(loaded(loaded)).anyMatch(name -> name.startsWith(LINKED))
                    .noneMatch(name -> name.startsWith(COMPILER)).noneMatch(name -> name.startsWith(PARSER));
            assertThat(decide(platform)).isEqualTo(first);
        }
    }

    /** How many sets decided when it became ready the last time. */
    private static int decide(Platform platform) {
        return platform.log().lines()
                .filter(line -> line.contains(" rule sets decide."))
                .map(line -> Integer.valueOf(line.replaceAll(".* - (\\d+) rule sets decide\\.", "$1")))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    /** The classes that the Java machine has loaded, each as its name and where it came from. */
    private static List<String> loaded(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.toList();
        }
    }

    private static void write(Path folder, String set) throws IOException {
        Files.createDirectories(folder.resolve("cases"));
        StringBuilder rules = new StringBuilder("package %s\n\nimport dev.kontor.api.rule.*\nimport dev.kontor.api.rule.facts.TaskDue\n\n"
                .formatted(set.replaceAll("[/-]", ".")));
        StringBuilder texts = new StringBuilder("title=Limits\nover=The task {0} is over.\n");
        StringBuilder facts = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        IntStream.rangeClosed(1, RULES).forEach(rule -> {
            rules.append("""
                    rule "task %1$d"
                    when
                        TaskDue( kind == "load.task-%1$d", $task : task )
                    then
                        insertLogical( new Conclusion.Check( "task-%1$d", false, Reason.of("over", $task), new Clause("4.%1$d") ) );
                    end

                    """.formatted(rule));
            texts.append("task-%1$d=Task %1$d\n".formatted(rule));
            facts.append("    - TaskDue: {task: t-%1$d, kind: load.task-%1$d, role: sales.rep, holder: lina, lastDay: \"2026-02-25\", "
                    .formatted(rule)).append("workingDaysLeft: 0, overdue: false}\n");
            expected.append("    - Check: {subject: task-%1$d, passed: false, reason: over, clause: \"4.%1$d\"}\n".formatted(rule));
        });
        Files.writeString(folder.resolve("rules.drl"), rules);
        Files.writeString(folder.resolve("texts.properties"), texts);
        Files.writeString(folder.resolve("texts_zh.properties"), texts);
        Files.writeString(folder.resolve("cases/cases.yaml"),
                "- name: tasks that are over\n  day: 2026-02-25\n  facts:\n" + facts + "  expect:\n" + expected);
    }
}
