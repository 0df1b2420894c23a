package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real folder; only the time of settling is the test's, so that nothing waits. */
@DisplayName("The folder is read whole or not at all, whatever stands in it")
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FolderReadingTest {

    private static final String SET = "review/joint";
    private static final long QUIET = FolderReading.QUIET_MILLIS;

    @TempDir
    Path root;

    private Path set;
    private FolderReading reading;
    private long now;

    @BeforeEach
    void deliver() throws IOException {
        set = Files.createDirectories(root.resolve(SET));
        Files.createDirectory(set.resolve("cases"));
        Files.writeString(set.resolve("joint.drl"), "rule one");
        Files.writeString(set.resolve("parameters.csv"), "name,value");
        reading = new FolderReading(root);
        settle();
    }

    /** Looks now, and once it has been quiet for long enough. @return the files that settled, by name */
    private Map<String, String> settle() throws IOException {
        reading.look(now);
        now += QUIET;
        reading.look(now);
        RuleSetFiles taken = reading.taken().get(SET);
        return taken == null ? Map.of() : taken.texts();
    }

    private String trouble() {
        return reading.troubles().containsKey(SET)
                ? reading.troubles().get(SET).file() + " " + reading.troubles().get(SET).message().key()
                : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {".joint.drl.swp", ".joint.drl.swx", "joint.drl~", "4913", "joint.drl___jb_tmp___", "joint.drl___jb_old___", "#joint.drl#",
        "joint.drl.part", "joint.drl.filepart", "joint.drl.tmp", ".git/HEAD", "cases/.a.yaml.swp"})
    void what_editors_and_copies_leave_beside_is_no_part_of_the_set(String beside) throws IOException {
        String before = reading.digests().get(SET);
        Files.createDirectories(set.resolve(beside).getParent());
        Files.writeString(set.resolve(beside), "half of something");
        settle();
        assertThat(reading.digests()).containsEntry(SET, before);
        assertThat(trouble()).isEmpty();
    }

    /** As vim and IDEA save: a new file beside, the old one put away, the new one moved over. */
    @Test
    void a_file_that_is_renamed_over_another_is_the_new_one_and_nothing_in_between() throws IOException {
        Files.writeString(set.resolve("joint.drl___jb_tmp___"), "rule two");
        reading.look(now += 10);
        Files.move(set.resolve("joint.drl"), set.resolve("joint.drl___jb_old___"));
        assertThat(reading.look(now += 10)).isTrue();
        assertThat(reading.taken()).isEmpty();
        Files.move(set.resolve("joint.drl___jb_tmp___"), set.resolve("joint.drl"));
        reading.look(now += 10);
        Files.delete(set.resolve("joint.drl___jb_old___"));
        assertThat(settle()).containsEntry("joint.drl", "rule two").hasSize(2);
    }

    @Test
    void a_slow_copy_counts_when_it_has_been_quiet_for_long_enough_and_not_a_millisecond_earlier() throws IOException {
        Files.writeString(set.resolve("joint.drl"), "rule tw");
        reading.look(now);
        assertThat(reading.look(now + QUIET - 1)).isTrue();
        Files.writeString(set.resolve("joint.drl"), "rule two!");
        reading.look(now += QUIET);
        assertThat(reading.look(now + QUIET - 1)).isTrue();
        assertThat(reading.taken()).isEmpty();
        reading.look(now + QUIET);
        assertThat(reading.taken().get(SET).text("joint.drl")).isEqualTo("rule two!");
    }

    /** A mounted configuration: the names are links, and one of them moves to the new folder at a stroke. */
    @Test
    void a_link_within_the_set_is_followed_and_a_change_behind_it_is_seen() throws IOException {
        Path first = Files.createDirectory(set.resolve("..first"));
        Path second = Files.createDirectory(set.resolve("..second"));
        Files.writeString(first.resolve("linked.drl"), "rule three");
        Files.writeString(second.resolve("linked.drl"), "rule four");
        Files.createSymbolicLink(set.resolve("..data"), Path.of("..first"));
        Files.createSymbolicLink(set.resolve("linked.drl"), Path.of("..data/linked.drl"));
        assertThat(settle()).containsEntry("linked.drl", "rule three").hasSize(3);
        Files.createSymbolicLink(set.resolve("..new"), Path.of("..second"));
        Files.move(set.resolve("..new"), set.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(settle()).containsEntry("linked.drl", "rule four").hasSize(3);
        Files.writeString(second.resolve("linked.drl"), "rule five, longer");
        assertThat(settle()).containsEntry("linked.drl", "rule five, longer");
    }

    @Test
    void a_link_out_of_the_set_is_refused_in_words_and_what_settled_before_is_no_longer_what_stands_there(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.drl"), "rule secret");
        Files.createSymbolicLink(set.resolve("secret.drl"), secret);
        assertThat(settle()).isEmpty();
        assertThat(trouble()).isEqualTo("secret.drl engine.link-outside");
        assertThat(reading.digests()).doesNotContainKey(SET);
        Files.delete(set.resolve("secret.drl"));
        assertThat(settle()).hasSize(2);
        assertThat(trouble()).isEmpty();
    }

    @Test
    void links_to_folders_and_to_nothing_are_refused_in_words() throws IOException {
        Files.createSymbolicLink(set.resolve("more"), Path.of("cases"));
        settle();
        assertThat(trouble()).isEqualTo("more engine.link-to-folder");
        Files.delete(set.resolve("more"));
        Files.createSymbolicLink(set.resolve("gone.drl"), Path.of("nowhere.drl"));
        settle();
        assertThat(trouble()).isEqualTo("gone.drl engine.link-to-nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe.drl", "rules.sha256", "cases/pipe.yaml"})
    void a_pipe_is_refused_in_words_and_never_waited_for(String name) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", set.resolve(name).toString()).start().waitFor()).isZero();
        Files.writeString(set.resolve("joint.drl"), "rule two");
        Map<String, String> taken = settle();
        if (name.equals("rules.sha256")) {
            assertThat(taken).containsEntry("joint.drl", "rule two");
        } else {
            assertThat(taken).isEmpty();
            assertThat(trouble()).isEqualTo(name + " engine.no-plain-file");
        }
    }

    @Test
    void a_folder_that_is_called_like_a_file_is_refused_in_words() throws IOException {
        Files.createDirectory(set.resolve("more.drl"));
        Files.writeString(set.resolve("more.drl/inner.drl"), "rule inner");
        Files.writeString(set.resolve("joint.drl"), "rule two");
        assertThat(settle()).isEmpty();
        assertThat(trouble()).isEqualTo("more.drl engine.folder-like-file");
    }

    /** Root reads everything: then there is nothing to see here. */
    @ParameterizedTest
    @ValueSource(strings = {"joint.drl", "cases"})
    void what_may_not_be_read_is_named_and_the_other_sets_are_read(String closed) throws IOException {
        Path other = Files.createDirectories(root.resolve("sales/bonus"));
        Files.writeString(other.resolve("bonus.drl"), "rule bonus");
        Files.setPosixFilePermissions(set.resolve(closed), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(set.resolve(closed)));
        settle();
        assertThat(reading.digests()).containsOnlyKeys("sales/bonus");
        assertThat(trouble()).endsWith("unreadable");
        Files.setPosixFilePermissions(set.resolve(closed), PosixFilePermissions.fromString("rwxr-xr-x"));
        settle();
        assertThat(reading.digests()).containsOnlyKeys("sales/bonus", SET);
    }

    /** Whether it is quiet is left to the test's clock, so what stands there at any moment may be read: but whole. */
    @Test
    void a_file_that_goes_while_it_is_read_neither_fails_nor_is_half_there() throws Exception {
        Files.delete(set.resolve("joint.drl"));
        settle();
        AtomicBoolean over = new AtomicBoolean();
        Thread restless = new Thread(() -> {
            try {
                for (int i = 0; !over.get(); i++) {
                    Files.writeString(set.resolve("joint.drl~"), "rule %06d".formatted(i).repeat(1_000));
                    Files.move(set.resolve("joint.drl~"), set.resolve("joint.drl"), StandardCopyOption.ATOMIC_MOVE);
                    Files.delete(set.resolve("joint.drl"));
                }
                Files.writeString(set.resolve("joint.drl"), "rule last");
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });
        restless.start();
        for (int i = 0; i < 500; i++) {
            reading.look(now += QUIET);
            for (RuleSetFiles files : reading.taken().values()) {
                assertThat(files.text("parameters.csv")).isEqualTo("name,value");
                assertThat(files.text("joint.drl")).satisfiesAnyOf(
                        gone -> assertThat(gone).isEmpty(), whole -> assertThat(whole).hasSize(11_000));
            }
            assertThat(trouble()).isEmpty();
        }
        over.set(true);
        restless.join();
        assertThat(settle()).containsEntry("joint.drl", "rule last");
    }
}
