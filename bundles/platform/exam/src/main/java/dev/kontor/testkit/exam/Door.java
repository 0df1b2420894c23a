package dev.kontor.testkit.exam;

import dev.kontor.api.department.Department;
import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.View;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Lets a project's bundle in as the guide says it: rules and jar are copied, the administrator approves bundle and department. */
final class Door {

    /** Names the jar. */
    static final String BUNDLE = "kontor.exam.bundle";
    /** Names the folder of the project's rules, if it has one. */
    static final String RULES = "kontor.exam.rules";

    private BundleContext context;

    void open() throws IOException {
        Staff staff = Staff.in(context);
        awaitReady();
        Path jar = Path.of(context.getProperty(BUNDLE));
        List<String> sets = copyRules(Path.of(context.getProperty(RULES)));
        drop(jar);
        String digest = digest(jar);
        Patience.until(jar + " is found in deploy", () -> state(staff, digest));
        if (state(staff, digest).filter("host.state.refused"::equals).isPresent()) {
            throw new AssertionError("The platform does not let %s in: %s".formatted(jar.getFileName(), reasons(staff, digest)));
        }
        staff.does("system", "bundles/approve", Map.of("bundle", digest, "fingerprint", digest));
        Patience.until(jar + " runs", () -> settled(staff, digest));
        for (String department : departments(symbolicName(jar))) {
            staff.does("system", "roster/approve", Map.of("name", department));
        }
        sets.forEach(set -> Patience.until("the rules %s decide".formatted(set), () -> staff.service(RuleSets.class).set(set).flatMap(RuleSets.RuleSet::active)));
    }

    private void awaitReady() {
        Set<String> wanted = Set.of(Optional.ofNullable(context.getProperty("kontor.ready")).orElse("").split(","));
        Patience.until("the platform serves", () -> Optional.of(wanted).filter(names -> Services.of(context, ReadyCheck.class).stream()
                .filter(check -> check.missing().isEmpty())
                .map(ReadyCheck::name)
                .collect(Collectors.toSet())
                .containsAll(names)));
    }

    private List<String> copyRules(Path rules) throws IOException {
        if (!Files.isDirectory(rules)) {
            return List.of();
        }
        Folders.copy(rules, Path.of(context.getProperty("rules.dir")));
        try (Stream<Path> folders = Files.walk(rules, 2)) {
            return folders.map(rules::relativize).filter(set -> set.getNameCount() == 2).map(set -> set.toString().replace('\\', '/')).toList();
        }
    }

    /** Whole at once. */
    private void drop(Path jar) throws IOException {
        Path deploy = Files.createDirectories(Path.of(context.getProperty("deploy.dir")));
        Path arriving = Files.copy(jar, deploy.resolve(jar.getFileName() + ".part"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(arriving, deploy.resolve(jar.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String digest(Path jar) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String symbolicName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName").split(";")[0].strip();
        }
    }

    /** By its message's key; empty while the page does not know the jar. */
    private static Optional<String> state(Staff staff, String digest) {
        return staff.page("system", "bundles").blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(table -> ((Block.Table) table).rows().stream())
                .filter(row -> row.get(0) instanceof Cell.Link link && link.href().endsWith(digest))
                .map(row -> ((Cell.Badge) row.get(2)).text().key())
                .findFirst();
    }

    private Optional<String> settled(Staff staff, String digest) {
        Optional<String> state = state(staff, digest).filter(key -> !key.equals("host.state.approved"));
        if (state.filter(key -> !key.equals("host.state.installed")).isPresent()) {
            throw new AssertionError("The bundle did not start: " + reasons(staff, digest));
        }
        return state;
    }

    private static String reasons(Staff staff, String digest) {
        Texts texts = staff.service(Texts.class);
        View view = staff.page("system", "bundles", digest);
        return view.blocks().stream()
                .flatMap(block -> block instanceof Block.Note note && note.tone() == Cell.Tone.BAD ? Stream.of(note.text()) : Stream.<Text>empty())
                .map(why -> texts.say(why, Locale.ENGLISH))
                .collect(Collectors.joining(" "));
    }

    private List<String> departments(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .map(Bundle::getRegisteredServices)
                .flatMap(Stream::of)
                .map(this::department)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> department(ServiceReference<?> reference) {
        return context.getService(reference) instanceof Department department ? Optional.of(department.id().value()) : Optional.empty();
    }
}
