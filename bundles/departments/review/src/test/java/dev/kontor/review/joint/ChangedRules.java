package dev.kontor.review.joint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.rule.SetVersion;
import dev.kontor.testkit.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The company's rules of the joint review, changed in a folder of their own. */
public final class ChangedRules {

    private static final String SET = "review/joint";
    private static final Path SHIPPED = Path.of("..", "..", "..", "rules");

    private final RuleBook rules;
    private final Path folder;

    public ChangedRules(RuleBook rules, Path folder) throws IOException {
        this.rules = rules;
        this.folder = folder;
        Path shipped = SHIPPED.resolve(SET);
        Files.createDirectories(folder.resolve(SET).getParent());
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path each : files.toList()) {
                Files.copy(each, folder.resolve(SET).resolve(shipped.relativize(each).toString()));
            }
        }
    }

    /** The rule goes, and what the cases expect of it. */
    ChangedRules without(String rule) throws IOException {
        write("departments.drl", drl -> drl.replaceAll("(?s)rule \"" + rule + "\".*?\\Rend\\R", ""));
        write("cases/joint.yaml", cases -> cases.replaceAll("    - rule: " + rule + "\\R(      .*\\R)*", ""));
        return this;
    }

    public ChangedRules with(String parameter, int before, int after) throws IOException {
        write("parameters.csv", csv -> csv.replace(parameter + "," + before, parameter + "," + after));
        return this;
    }

    private void write(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(SET).resolve(file);
        String before = Files.readString(path);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(path, after);
    }

    /** They decide from now on. */
    public SetVersion activate() {
        return rules.activate(List.of(folder), SET);
    }

    /** Those of before decide again. */
    void rollBack() {
        rules.activate(List.of(SHIPPED), SET);
    }
}
