package dev.kontor.review.book;

import dev.kontor.api.rule.SetVersion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The versions of rule sets as rows keep them: one line each. */
final class Sets {

    private Sets() {}

    static String kept(List<SetVersion> sets) {
        return sets.stream()
                .map(set -> set.set() + " " + set.number() + " " + set.digest())
                .collect(Collectors.joining("\n"));
    }

    static List<SetVersion> read(String kept) {
        return Arrays.stream(kept.split("\n"))
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" "))
                .map(part -> new SetVersion(part[0], Integer.parseInt(part[1]), part[2]))
                .toList();
    }
}
