package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("docs/regulation.md: each demand says where it is carried out and what proves it, and all of that is there")
class RegulationIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern DEMAND = Pattern.compile("R-\\d+\\.\\d+(, R-\\d+\\.\\d+)* .+");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final int REALISED = 2;
    private static final int TESTS = 4;
    private static final Set<String> SOURCES = sources();

    /** A line of one of its tables: clause, demand, rule or Java, page, test. */
    record Demand(List<String> cells) {

        List<String> names(int cell) {
            return NAME.matcher(cells.get(cell)).results().map(found -> found.group(1)).toList();
        }

        @Override
        public String toString() {
            return cells.get(1);
        }
    }

    private static Set<String> sources() {
        return Stream.of("bundles", "distribution/cli/src", "distribution/itest/src")
                .flatMap(folder -> below(ROOT.resolve(folder)))
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Demand> demands() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/regulation.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| clause"))
                .map(line -> new Demand(Stream.of(line.substring(1).split("\\|")).map(String::strip).toList()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("demands")
    void isCarriedOutAndProved(Demand demand) {
        assertThat(demand.cells()).hasSize(TESTS + 1).element(1).asString().matches(DEMAND);
        assertThat(demand.names(TESTS)).as("tests").isNotEmpty().allMatch(RegulationIT::isThere);
        assertThat(demand.names(REALISED)).as("rules and Java").filteredOn(RegulationIT::isPlace).allMatch(RegulationIT::isThere);
    }

    /** What stands in quotes may also be a setting, a parameter or a part of a class. */
    private static boolean isPlace(String name) {
        return name.startsWith("rules/") || name.matches("[a-z]+(/[a-z]+)*/[A-Z]\\w+");
    }

    private static boolean isThere(String name) {
        return name.startsWith("rules/") ? Files.exists(ROOT.resolve(name)) : SOURCES.contains(name.substring(name.lastIndexOf('/') + 1));
    }
}
