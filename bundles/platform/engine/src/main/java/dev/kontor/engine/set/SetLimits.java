package dev.kontor.engine.set;

import java.util.Map;
import java.util.Optional;

/** What the files of a set must keep to before anything of them is read. */
public final class SetLimits {

    private static final String NAME = "[a-z][a-z-]*/[a-z][a-z-]*(\\.[a-z][a-z-]*)?";

    private SetLimits() {}

    public static void check(RuleSetFiles files, Problems problems) {
        if (!files.set().matches(NAME)) {
            problems.in("", "engine.set-name", files.set());
        }
        if (files.files().size() > RuleSetFiles.MOST_FILES) {
            problems.in("", "engine.too-many-files", files.files().size(), RuleSetFiles.MOST_FILES);
        }
        files.files().forEach((path, content) -> file(files, path, content, problems));
        if (files.files().values().stream().mapToInt(content -> content.length).sum() > RuleSetFiles.LARGEST_SET) {
            problems.in("", "engine.set-too-large", RuleSetFiles.LARGEST_SET / 1024);
        }
        if (files.isBare()) {
            problems.in("", "engine.set-empty");
        }
    }

    private static void file(RuleSetFiles files, String path, byte[] content, Problems problems) {
        Optional<RuleSetFiles.Place> garbled = RuleSetFiles.isTable(path) ? Optional.empty() : files.garbled(path);
        if (content.length > RuleSetFiles.LARGEST_FILE) {
            problems.in(path, "engine.file-too-large", RuleSetFiles.LARGEST_FILE / 1024);
        } else if (garbled.isPresent()) {
            problems.at(path, garbled.get().line(), garbled.get().column(), "engine.not-utf8");
        } else if (!path.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")) {
            problems.in(path, "engine.file-name");
        }
    }
}
