package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

@DisplayName("bin/kontor journal verify --anchor, of the unpacked archive")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnchorIT {

    private final Archive archive = Archive.unpack("anchor").staffed();
    private final Path backup = archive.home().resolve("before.zip");
    private String order;

    private List<Path> anchors() throws IOException {
        try (Stream<Path> all = Files.list(archive.data().resolve("anchors"))) {
            return all.filter(file -> file.toString().endsWith(".anchor")).sorted().toList();
        }
    }

    private Archive.Ended verify(String... more) {
        return archive.kontor(Stream.concat(Stream.of("journal", "verify"), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    @Order(1)
    void journalsAreAnchoredWhenAskedAndAtACleanStop() throws Exception {
        try (Platform platform = new Platform(archive, "--demo")) {
            platform.start();
            assertThat(archive.kontor("journal", "anchor").code()).isZero();
            assertThat(archive.kontor("backup", backup.toString()).code()).isZero();
            int before = anchors().size();
            order = new Company(platform).registered();
            assertThat(verify("--anchor").code()).as("what is newer is no fault").isZero();

            platform.stop();

            assertThat(anchors()).hasSizeGreaterThan(before);
            assertThat(Files.readString(anchors().get(anchors().size() - 1))).contains("head " + order + " ");
            Archive.Ended stopped = verify("--anchor");
            assertThat(stopped.code()).as(stopped.words()).isZero();
        }
    }

    @Test
    @Order(2)
    void aTailThatWasCutOfTheStoppedDatabaseIsFoundThoughTheChainVerifies() throws Exception {
        Path whole = archive.home().resolve("whole");
        copy(archive.data().resolve("derby"), whole);
        try (DerbyOf derby = new DerbyOf(archive)) {
            derby.run(
                    "delete from kernel_journal where journal = '%s' and sequence = (select sequence from kernel_journal_head where journal = '%s')"
                            .formatted(order, order),
                    ("update kernel_journal_head set sequence = sequence - 1, hash = (select j.hash from kernel_journal j"
                            + " where j.journal = '%s' and j.sequence = kernel_journal_head.sequence - 1) where journal = '%s'")
                            .formatted(order, order));
        }

        assertThat(verify().code()).as("the chain alone").isZero();
        Archive.Ended found = verify("--anchor");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.words()).contains(order + ": entry").contains("cut or rolled back");
        Archive.delete(archive.data().resolve("derby"));
        copy(whole, archive.data().resolve("derby"));
        assertThat(verify("--anchor").code()).isZero();
    }

    @Test
    @Order(3)
    void anAnchorWithOneOtherByteIsNamed() throws Exception {
        Path newest = anchors().get(anchors().size() - 1);
        byte[] whole = Files.readAllBytes(newest);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(newest, flipped);

        Archive.Ended found = verify("--anchor");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.words()).contains(newest.getFileName() + " is not as it was signed");
        Files.delete(newest);
        assertThat(verify("--anchor").words()).contains("is missing");
        Files.write(newest, whole);
        assertThat(verify("--anchor").code()).isZero();
    }

    @Test
    @Order(4)
    void aDatabaseThatWasRolledBackIsFoundWhileItRunsAlsoAgainstACopyOfTheAnchors() throws Exception {
        Path elsewhere = archive.home().resolve("elsewhere");
        copy(archive.data().resolve("anchors"), elsewhere);
        Archive.delete(archive.data().resolve("derby"));
        assertThat(archive.kontor("restore", backup.toString()).code()).isZero();
        try (Platform platform = new Platform(archive, "--demo")) {
            platform.start();

            assertThat(verify().code()).as("the chain alone").isZero();
            for (String[] against : List.of(new String[] {"--anchor"}, new String[] {"--anchor", elsewhere.toString()})) {
                Archive.Ended found = verify(against);
                assertThat(found.code()).isEqualTo(1);
                assertThat(found.words()).contains(order + ": entry", "the database looks older than that");
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
