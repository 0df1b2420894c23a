package dev.kontor.engine.version;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.engine.Orders;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.store.StoreHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with the sample set, a database, and an office that is opened over them, as often as a test restarts it. */
abstract class Room {

    static final ConsultationPoint JOINT = new ConsultationPoint("review/joint");
    static final String SET = "review/joint";
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    final FactsByHand facts = new FactsByHand();
    StoreHarness store;
    VersionShelf shelf;
    Office office;

    @BeforeEach
    void deliver() throws IOException {
        copy(Path.of("src/test/resources/rules"), folder);
        Path cases = folder.resolve(SET).resolve("cases/large.yaml");
        Files.writeString(cases, "- parameters: {large-order-from: 2000000, evaluation-days: 5, split-days: 30}\n" + Files.readString(cases));
        store = StoreHarness.derby();
        shelf = new StoredVersions(store.unit("engine"));
    }

    @AfterEach
    void leave() throws Exception {
        if (office != null) {
            office.close();
        }
        store.close();
    }

    Office open(String... approvers) {
        office = new Office(store, shelf, folder, facts, approvers);
        office.untilReady();
        return office;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    /**
     * Somebody makes large begin elsewhere.
     *
     * @return the digest of what was proposed
     */
    String proposed(String person, long amount, String then) {
        Map<String, String> files = office.list.files(SET, set().active().orElseThrow().version().digest()).orElseThrow();
        RuleSetFiles next = RuleSetFiles.of(SET, files).with(Map.of("parameters.csv", largeFrom(files.get("parameters.csv"), amount).getBytes(UTF_8)));
        office.run(person, "rules/upload", Map.of("set", SET, "file", "parameters.csv", "content", next.text("parameters.csv").strip(),
                "then", then, "reason", "new limit"));
        return next.digest();
    }

    static String largeFrom(String parameters, long amount) {
        return parameters.replaceAll("large-order-from,\\d+", "large-order-from," + amount);
    }

    RuleSets.RuleSet set() {
        return office.list.set(SET).orElseThrow();
    }

    RuleSets.Version version(String digest) {
        return office.list.versions(SET).stream().filter(each -> each.version().digest().equals(digest)).findFirst().orElseThrow();
    }

    boolean isLarge(long total) {
        List<Order> facts = List.of(Orders.of(total));
        return office.book.ask(office.book.active(JOINT), List.of(), DAY, facts).conclusions().stream()
                .anyMatch(each -> each.conclusion() instanceof Conclusion.Require);
    }
}
