package dev.kontor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the orders of another system in, one request a row: as new ones, or into the opening of the company's books. Run again
 * it goes on where it was, and changes nothing twice.
 */
record ImportCommand(Settings settings, Platform platform, Terminal terminal) implements Command {

    private static final String OPENING = "--opening";
    private static final int PATIENCE = 6;
    private static final long PAUSE_MILLIS = 2_000;

    /**
     * Where rows go.
     *
     * @param command that takes a row
     * @param name of the log, and of what its keys begin with
     */
    private record Target(String command, String name) {}

    private static final class Count {
        private int done;
        private int before;
        private final List<String> refused = new ArrayList<>();
    }

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        boolean opening = arguments.contains(OPENING);
        List<String> others = arguments.stream().filter(each -> !each.equals(OPENING)).toList();
        Path mappingFile = mappingFile(others);
        Path folder = mappingFile.toAbsolutePath().getParent();
        List<Row> rows;
        Mapping mapping;
        try {
            mapping = Mapping.read(mappingFile);
            rows = new Rows(mapping, folder, file(others)).all();
            if (opening != mapping.hasOpening()) {
                throw new IllegalArgumentException(terminal.words(opening ? "import.no-opening" : "import.is-opening"));
            }
        } catch (JsonProcessingException notAMapping) {
            terminal.complain("import.mapping", mappingFile, notAMapping.getOriginalMessage());
            return Ending.MISUSED;
        } catch (Table.Garbled garbled) {
            throw garbled;
        } catch (IOException | IllegalArgumentException notAMapping) {
            terminal.complain("import.mapping", mappingFile, notAMapping.getMessage());
            return Ending.MISUSED;
        }
        Target target = target(mapping, folder);
        RowFiles files = new RowFiles(platform, mapping, folder);
        Count count = new Count();
        ImportLog log = new ImportLog(settings.data().resolve("import").resolve(target.name() + ".tsv"));
        for (Row row : rows) {
            take(target, row, log, count, files);
            terminal.progress("import.progress", count.done + count.before + count.refused.size(), rows.size(), count.refused.size());
        }
        terminal.endProgress();
        count.refused.forEach(terminal::result);
        terminal.say("import.end", count.done, count.before, count.refused.size());
        if (opening) {
            terminal.say("import.to-be-signed", settings.url());
        }
        return count.refused.isEmpty() ? Ending.DONE : Ending.FAILED;
    }

    /** What was dropped of an opening may come again: then its rows are asked about anew. */
    private Target target(Mapping mapping, Path folder) throws IOException, InterruptedException {
        if (!mapping.hasOpening()) {
            return new Target("entry/import", mapping.source());
        }
        String id = new OpeningOffer(platform, mapping, folder).begin(mapping.opening());
        return new Target("entry/add-opening-row", mapping.source() + "-opening-" + id);
    }

    private void take(Target target, Row row, ImportLog log, Count count, RowFiles files)
            throws IOException, InterruptedException {
        if (log.isDone(row)) {
            count.before++;
            return;
        }
        List<RowFiles.Missing> missing = files.missing(row);
        if (!missing.isEmpty()) {
            missing.forEach(file -> count.refused.add(terminal.words("import.refused-at", row.line(), row.key(), file.field(),
                    terminal.words("import.no-file", file.name()))));
            return;
        }
        try {
            send(target.command(), log.key(target.name(), row), row, files);
            log.note(row, true);
            count.done++;
        } catch (Declined declined) {
            if (declined.isForNow() || declined.status() == 401) {
                throw declined;
            }
            log.note(row, false);
            count.refused.addAll(reasons(row, declined));
        }
    }

    /** A platform that restarts, or rules that are just changed, do not end an import of hours. */
    private void send(String command, String key, Row row, RowFiles files) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                platform.command(command, key, files.sent(row));
                return;
            } catch (Unreachable | IOException lost) {
                if (attempt == PATIENCE) {
                    throw lost;
                }
            } catch (Declined declined) {
                if (!declined.isForNow() || attempt == PATIENCE) {
                    throw declined;
                }
            }
            terminal.progress("import.waits", attempt, PATIENCE);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private List<String> reasons(Row row, Declined declined) {
        if (declined.gaps().isEmpty()) {
            return List.of(terminal.words("import.refused", row.line(), row.key(), declined.getMessage()));
        }
        return declined.gaps().stream()
                .map(gap -> terminal.words("import.refused-at", row.line(), row.key(), gap.field(), gap.message()))
                .toList();
    }

    private static Path mappingFile(List<String> arguments) {
        boolean known = arguments.size() == 1 || (arguments.size() == 3 && arguments.get(1).equals("--file"));
        if (!known || !Files.isRegularFile(Path.of(arguments.get(0)))) {
            throw new Misused();
        }
        return Path.of(arguments.get(0));
    }

    private static Optional<Path> file(List<String> arguments) {
        return arguments.size() == 3 ? Optional.of(Path.of(arguments.get(2))) : Optional.empty();
    }
}
