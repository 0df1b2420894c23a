package dev.kontor.engine.version;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real folder, with a clock of the test's own; seeded, so that what fails can be played again. */
@DisplayName("Of torn writes nothing half is ever read")
class TornWritesTest {

    private static final long QUIET = FolderReading.QUIET_MILLIS;

    @TempDir
    Path root;

    private Path set;
    private FolderReading reading;
    private long now;

    @BeforeEach
    void prepare() throws IOException {
        set = Files.createDirectories(root.resolve("review/joint"));
        reading = new FolderReading(root);
    }

    /**
     * Somebody saves one version after the other, each torn over several files, pieces and renames, with rests that are too
     * short to count; now and then they stop. Some send a list of digests ahead, and then may
     * rest as long as they like. Whatever was read was one of the versions, and the last one is read.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200, 300, 400})
    void of_a_hundred_torn_schedules_each_nothing_half_is_ever_read(int first) throws IOException {
        for (int seed = first; seed < first + 100; seed++) {
            new Schedule(seed).run();
        }
    }

    private final class Schedule {

        private final Random random;
        private final int seed;
        private final Set<Map<String, String>> whole = new java.util.HashSet<>();
        private final List<Map<String, String>> taken = new ArrayList<>();
        private Map<String, String> last = new TreeMap<>(Map.of("joint.drl", "rule one", "parameters.csv", "name,value"));
        private long stamp;

        Schedule(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void run() throws IOException {
            rewrite();
            boolean listed = random.nextInt(3) == 0;
            for (int version = 0; version < 3; version++) {
                Map<String, String> next = next(version);
                whole.add(next);
                if (listed) {
                    put(set.resolve(RuleSetFiles.DIGESTS), list(next));
                }
                for (String file : names(next)) {
                    write(file, next, listed);
                    pause(random.nextInt((int) (listed ? 3 * QUIET : QUIET)));
                }
                last = next;
                if (random.nextBoolean()) {
                    pause(2 * QUIET);
                }
            }
            pause(2 * QUIET);
            assertThat(whole).as("seed %d", seed).containsAll(taken);
            assertThat(taken).as("seed %d", seed).last().isEqualTo(last);
        }

        /** What the seed before left away. */
        private void rewrite() throws IOException {
            try (Stream<Path> files = Files.list(set)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            for (Map.Entry<String, String> file : last.entrySet()) {
                put(set.resolve(file.getKey()), file.getValue());
            }
            pause(2 * QUIET);
            taken.clear();
            whole.add(last);
        }

        private Map<String, String> next(int version) {
            Map<String, String> next = new TreeMap<>();
            int files = 2 + random.nextInt(4);
            for (int i = 0; i < files; i++) {
                next.put(i == 0 ? "joint.drl" : "file" + i + ".drl", ("rule " + seed + "/" + version + "/" + i + " ").repeat(1 + random.nextInt(20)));
            }
            return next;
        }

        private List<String> names(Map<String, String> next) {
            List<String> names = new ArrayList<>(Stream.concat(next.keySet().stream(), last.keySet().stream()).collect(Collectors.toSet()));
            names.sort(null);
            java.util.Collections.shuffle(names, random);
            return names;
        }

        private String list(Map<String, String> next) {
            return next.entrySet().stream()
                    .map(file -> RuleSetFiles.digest(file.getValue().getBytes(UTF_8)) + "  " + file.getKey() + "\n")
                    .collect(Collectors.joining());
        }

        private void write(String name, Map<String, String> next, boolean listed) throws IOException {
            Path file = set.resolve(name);
            if (!next.containsKey(name)) {
                Files.deleteIfExists(file);
            } else if (random.nextBoolean()) {
                Path beside = set.resolve(name + "~");
                put(beside, next.get(name));
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                byte[] bytes = next.get(name).getBytes(UTF_8);
                for (int end = random.nextInt(bytes.length); end < bytes.length; end += 1 + random.nextInt(bytes.length)) {
                    put(file, new String(Arrays.copyOf(bytes, end), UTF_8));
                    pause(random.nextInt((int) (listed ? 3 * QUIET : QUIET)));
                }
                put(file, next.get(name));
            }
        }

        /** Each write at a time of its own, as a clock that is fine enough would note it. */
        private void put(Path file, String content) throws IOException {
            Files.writeString(file, content);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + ++stamp));
        }

        /** The platform looks now and then meanwhile. */
        private void pause(long millis) throws IOException {
            long end = now + millis;
            while (now < end) {
                now = Math.min(end, now + 40 + random.nextInt(40));
                reading.look(now);
                RuleSetFiles files = reading.taken().get("review/joint");
                if (files != null) {
                    taken.add(new TreeMap<>(files.texts()));
                }
            }
        }
    }
}
