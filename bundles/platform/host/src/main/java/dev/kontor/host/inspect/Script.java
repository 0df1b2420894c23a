package dev.kontor.host.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration of a bundle's unit.
 *
 * @param shrinks whether it takes something away, which the version before may miss when it comes back
 */
public record Script(String name, boolean shrinks) {

    private static final Pattern NAME = Pattern.compile("V\\d+(_\\d+)*__\\w+\\.sql");
    private static final Pattern OWN_ONLY = Pattern.compile(
            "\\b(?:(?:create|alter|drop|truncate)\\s+table\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?|insert\\s+into\\s+|delete\\s+from\\s+"
                    + "|create\\s+(?:unique\\s+)?index\\s+\\S+\\s+on\\s+|references\\s+|merge\\s+into\\s+)\"?([\\w${}.]+)");
    /** Of others a script may read nothing either; what is only called so, a column for one, is its own affair. */
    private static final Pattern MENTION = Pattern.compile("\\b(?:from|join|update|using|view)\\s+\"?([\\w${}.]+)");
    private static final Pattern SHRINKS = Pattern.compile("\\b(drop\\s+(table|column)|truncate\\s|delete\\s+from\\s)");

    boolean isNamedRightly() {
        return NAME.matcher(name).matches();
    }

    static Script of(String name, String sql) {
        return new Script(name, SHRINKS.matcher(plain(sql)).find());
    }

    /** The tables that it touches and that are not of its unit. */
    static List<String> strangers(String sql, String unit, Set<String> otherUnits) {
        String plain = plain(sql);
        List<String> strangers = new ArrayList<>();
        Matcher own = OWN_ONLY.matcher(plain);
        while (own.find()) {
            String table = own.group(1).replace("${unit}", unit);
            if (!table.startsWith(unit + "_")) {
                strangers.add(table);
            }
        }
        MENTION.matcher(plain).results()
                .map(found -> found.group(1))
                .filter(word -> word.startsWith("schema_of_") || otherUnits.stream().anyMatch(other -> word.startsWith(other + "_")))
                .filter(word -> !word.startsWith(unit + "_"))
                .forEach(strangers::add);
        return strangers.stream().distinct().toList();
    }

    /** Without comments, in small letters, and without what stands in quotes of values. */
    private static String plain(String sql) {
        return sql.replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("--[^\\n]*", " ").replaceAll("'[^']*'", "''").toLowerCase(Locale.ROOT);
    }
}
