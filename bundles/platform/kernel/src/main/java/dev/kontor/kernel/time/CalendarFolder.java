package dev.kontor.kernel.time;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The folder {@code calendars/cn}, one {@code <year>.json} a year. A file counts once it was quiet for a while and reads
 * well from end to end; until then, and when it goes, the last good one of its year stays.
 *
 * <p>For one thread.
 */
final class CalendarFolder {

    /** Far beyond any year; keeps a wrong file out of memory. */
    private static final long MOST_BYTES = 1_000_000;

    /** Comes with the years, and is none. */
    private static final String SCHEMA = "schema.json";

    private final Path folder;
    private final long quietNanos;
    private final SortedMap<Integer, CalendarFile> good = new TreeMap<>();
    private final SortedMap<String, String> problems = new TreeMap<>();
    private final Map<Path, Seen> seen = new HashMap<>();

    /** @param since when this state was first met, in nanoseconds of a clock that only grows */
    private record Seen(String state, long since, boolean taken) {}

    CalendarFolder(Path folder, long quietNanos) {
        this.folder = folder;
        this.quietNanos = quietNanos;
    }

    Collection<CalendarFile> files() {
        return List.copyOf(good.values());
    }

    /** One sentence each, beginning with the file's name. */
    List<String> problems() {
        return problems.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).toList();
    }

    /**
     * Looks once.
     *
     * @param nanos now, of a clock that only grows
     * @return whether anything is different from before
     */
    boolean look(long nanos) {
        List<CalendarFile> before = List.copyOf(good.values());
        List<String> problemsBefore = problems();
        problems.clear();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "*.json")) {
            for (Path path : paths) {
                if (!path.endsWith(SCHEMA)) {
                    look(path, nanos, problemsBefore);
                }
            }
        } catch (IOException e) {
            problems.put(folder.toString(), "The folder cannot be read; the years known so far stay.");
        }
        return !before.equals(List.copyOf(good.values())) || !problemsBefore.equals(problems());
    }

    private void look(Path path, long nanos, List<String> problemsBefore) {
        String name = path.getFileName().toString();
        String state = state(path);
        Seen last = seen.get(path);
        if (last == null || !last.state().equals(state)) {
            seen.put(path, new Seen(state, nanos, false));
        } else if (!last.taken() && nanos - last.since() >= quietNanos) {
            take(path, name);
            seen.put(path, new Seen(state, last.since(), true));
            return;
        }
        problemsBefore.stream()
                .filter(problem -> problem.startsWith(name + ": "))
                .forEach(problem -> problems.put(name, problem.substring(name.length() + 2)));
    }

    private void take(Path path, String name) {
        try {
            if (!name.matches("\\d{4}\\.json")) {
                throw new IllegalArgumentException("The name must be a year, like 2027.json.");
            }
            int year = Integer.parseInt(name.substring(0, 4));
            CalendarFile file = CalendarFile.read(year, content(path));
            if (!file.announced() && good.containsKey(year) && good.get(year).announced()) {
                throw new IllegalArgumentException("It is empty, but the year was announced before.");
            }
            good.put(year, file);
        } catch (IllegalArgumentException e) {
            problems.put(name, e.getMessage());
        } catch (IOException e) {
            problems.put(name, "It cannot be read.");
        }
    }

    private static String content(Path path) throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new IllegalArgumentException("It is larger than a year can be.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("It is not UTF-8.", e);
        }
    }

    private static String state(Path path) {
        try {
            BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
            return is.size() + " " + is.lastModifiedTime().toMillis() + " " + is.fileKey();
        } catch (IOException e) {
            return "gone";
        }
    }
}
