package dev.kontor.engine.diff;

import dev.kontor.api.text.Text;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cases by name, wherever they stand. */
final class CaseDiff {

    private static final Pattern NAME = Pattern.compile("(?m)^name:\\s*(.*?)\\s*$");

    private CaseDiff() {}

    static boolean isCases(String path) {
        return path.startsWith("cases/") && (path.endsWith(".yaml") || path.endsWith(".yml"));
    }

    static List<Text> sentences(RuleSetFiles before, RuleSetFiles after) {
        Map<String, String> then = cases(before);
        Map<String, String> now = cases(after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(then.keySet());
        List<Text> sentences = new ArrayList<>();
        for (String name : names) {
            if (!then.containsKey(name)) {
                sentences.add(Text.of("engine.diff.case-new", name));
            } else if (!now.containsKey(name)) {
                sentences.add(Text.of("engine.diff.case-gone", name));
            } else if (!then.get(name).equals(now.get(name))) {
                sentences.add(Text.of("engine.diff.case-changed", name));
            }
        }
        return sentences;
    }

    /** By name the words of each case, without comments and layout; what has no name goes by its file and its place. */
    private static Map<String, String> cases(RuleSetFiles files) {
        Map<String, String> cases = new LinkedHashMap<>();
        files.files().keySet().stream().filter(CaseDiff::isCases).forEach(file -> {
            String text = files.text(file).replaceAll("(?m)^\\s*#.*$", "");
            int place = 0;
            for (String item : ("\n" + text).split("\n- ")) {
                if (!item.isBlank()) {
                    place++;
                    Matcher named = NAME.matcher(item.replaceAll("(?m)^ {2}", ""));
                    cases.put(named.find() ? named.group(1) : file + " " + place, item.replaceAll("\\s+", " ").strip());
                }
            }
        });
        return cases;
    }
}
