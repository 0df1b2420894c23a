package dev.kontor.engine.version;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.text.Text;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.diff.SetDiff;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.engine.set.UnitValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What changed from version to version, read from the versions themselves. */
public final class VersionHistory implements RuleHistory {

    private final VersionShelf shelf;
    private final VersionList list;

    public VersionHistory(VersionShelf shelf, VersionList list) {
        this.shelf = shelf;
        this.list = list;
    }

    @Override
    public List<ParameterLine> parameters(String set) {
        Map<String, ParameterLine> standing = new LinkedHashMap<>();
        List<ParameterLine> ended = new ArrayList<>();
        Map<String, List<Parameter>> tables = new HashMap<>();
        for (Activation begun : shelf.activations(set)) {
            Map<String, Parameter> now = new LinkedHashMap<>();
            tables.computeIfAbsent(begun.version().digest(), digest -> table(set, digest))
                    .forEach(row -> now.put(row.name() + " " + row.from(), row));
            standing.values().removeIf(line -> {
                boolean stays = Optional.ofNullable(now.get(key(line))).filter(row -> UnitValue.same(row, line.parameter())).isPresent();
                if (!stays) {
                    ended.add(new ParameterLine(line.parameter(), line.version(), line.at(), line.by(), line.approvedBy(), line.reason(),
                            Optional.of(begun.version())));
                }
                return !stays;
            });
            now.forEach((key, row) -> standing.computeIfAbsent(key, fresh -> line(row, begun)));
        }
        ended.addAll(standing.values());
        ended.sort(Comparator.comparing((ParameterLine line) -> line.parameter().name())
                .thenComparing(line -> line.parameter().from(), Comparator.reverseOrder())
                .thenComparing(ParameterLine::at, Comparator.reverseOrder()));
        return List.copyOf(ended);
    }

    private static String key(ParameterLine line) {
        return line.parameter().name() + " " + line.parameter().from();
    }

    private List<Parameter> table(String set, String digest) {
        return shelf.find(set, digest)
                .map(kept -> ParameterTable.parse(whole(kept), new Problems()).all())
                .orElse(List.of());
    }

    /** With the numbers of its decision tables, which are kept with what was compiled of them. */
    private static RuleSetFiles whole(KeptVersion kept) {
        RuleSetFiles files = kept.ruleSet();
        try {
            return files.tables().isEmpty() ? files : CompiledSet.of(kept.classes()).whole(files);
        } catch (IOException unreadable) { // of another edition: its own lines can be told all the same
            return files;
        }
    }

    /** Who claimed what came from the folder counts as its author. */
    private ParameterLine line(Parameter row, Activation begun) {
        return new ParameterLine(row, begun.version(), begun.at(),
                begun.by().or(() -> list.of(row.set()).stream()
                        .filter(version -> version.digest().equals(begun.version().digest()))
                        .findFirst()
                        .flatMap(KeptVersion::by)),
                begun.approvedBy(), begun.reason(), Optional.empty());
    }

    @Override
    public List<Text> changes(String set, String before, String after, String language) {
        RuleSetFiles nothing = new RuleSetFiles(set, new TreeMap<>());
        return new SetDiff(before.isEmpty() ? nothing : files(set, before), files(set, after), language.startsWith("zh")).sentences();
    }

    private RuleSetFiles files(String set, String digest) {
        return Optional.ofNullable(list.waiting().get(set))
                .filter(candidate -> candidate.digest().equals(digest))
                .or(() -> shelf.find(set, digest))
                .map(KeptVersion::ruleSet)
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("engine.no-such-version", set, digest)));
    }
}
