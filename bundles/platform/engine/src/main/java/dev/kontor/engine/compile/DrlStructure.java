package dev.kontor.engine.compile;

import dev.kontor.engine.compile.CompiledSet.Place;
import dev.kontor.engine.set.Problems;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** What the parsed rule files of a set say: rules and places, types, parameters; and whether their shape is allowed. */
final class DrlStructure {

    private static final String PARAMETER = "dev.kontor.api.rule.Parameter";
    private static final Set<String> PLATFORM_IMPORTS = Set.of("java.math.BigDecimal", "java.time.LocalDate");
    private static final Pattern SET = Pattern.compile("^\\s*set\\s*==\\s*\"([^\"]*)\"\\s*$");
    private static final Pattern NAME = Pattern.compile("^\\s*name\\s*==\\s*\"([^\"]*)\"\\s*$");
    private static final Pattern BOUND = Pattern.compile("(?U)(\\$\\w+)\\s*:[^:]");
    private static final Pattern JOIN = Pattern.compile("(?U)==\\s*(\\$\\w+)|(\\$\\w+)[\\w.()]*\\s*==|\\bin\\s*\\(\\s*(\\$\\w+)");
    /** A further pattern without a join multiplies the work once; two would square it. */
    private static final int FREE_PATTERNS = 2;
    private static final int MOST_PATTERNS = 20;
    /** A rule is compiled once for each way through its alternatives: they multiply. */
    private static final int MOST_ALTERNATIVES = 8;

    private final RuleTypes types;
    private final Problems problems;
    final Map<String, Place> rules = new LinkedHashMap<>();
    final Set<String> needs = new LinkedHashSet<>();
    /** {@code set#name} of every parameter that a rule reads, with the place of the first. */
    final Map<String, Place> parameters = new LinkedHashMap<>();
    String packageName = "";

    DrlStructure(RuleTypes types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    void read(String file, PackageDescr parsed) {
        head(file, parsed);
        for (ImportDescr imported : parsed.getImports()) {
            String name = imported.getTarget();
            String packageName = FactTypes.packageOf(name);
            if (!PLATFORM_IMPORTS.contains(name) && !FactTypes.isApi(packageName) && !FactTypes.isFacts(packageName)
                    && !packageName.equals("dev.kontor.api.rule.Conclusion")) {
                problems.at(file, imported.getLine(), column(imported), "engine.import-refused", name);
            } else if (!types.isThere(name)) {
                problems.at(file, imported.getLine(), column(imported), "engine.import-unknown", name);
            }
            types.imported(file, name);
        }
        for (RuleDescr rule : parsed.getRules()) {
            Place first = rules.putIfAbsent(rule.getName(), new Place(file, rule.getLine()));
            if (first != null) {
                problems.at(file, rule.getLine(), 1, "engine.rule-twice", rule.getName(), first.file(), first.line());
            }
            if (!rule.getAttributes().isEmpty() || rule.getParentName() != null) {
                problems.at(file, rule.getLine(), column(rule), "engine.attribute-refused", rule.getName(),
                        String.join(", ", rule.getAttributes().keySet()));
            }
            new Patterns(file, rule).read();
        }
    }

    private void head(String file, PackageDescr parsed) {
        if (parsed.getName().isEmpty()) {
            problems.at(file, 1, 1, "engine.package-missing");
        } else if (packageName.isEmpty()) {
            packageName = parsed.getName();
        } else if (!packageName.equals(parsed.getName())) {
            problems.at(file, line(parsed), 1, "engine.package-differs", parsed.getName(), packageName);
        }
        if (parsed.getName().matches("(java|javax|jdk|org\\.drools|org\\.kie|dev\\.kontor)(\\..*)?")) {
            problems.at(file, line(parsed), 1, "engine.package-refused", parsed.getName());
        }
        parsed.getAttributes().forEach(attribute ->
                problems.at(file, attribute.getLine(), 1, "engine.attribute-refused", parsed.getName(), attribute.getName()));
        boolean declares = !parsed.getGlobals().isEmpty() || !parsed.getFunctions().isEmpty()
                || !parsed.getFunctionImports().isEmpty() || !parsed.getAccumulateImports().isEmpty()
                || !parsed.getTypeDeclarations().isEmpty() || !parsed.getEnumDeclarations().isEmpty()
                || !parsed.getEntryPointDeclarations().isEmpty() || !parsed.getWindowDeclarations().isEmpty();
        if (declares) {
            problems.in(file, "engine.declaration-refused");
        }
    }

    private static int line(BaseDescr part) {
        return Math.max(1, part.getLine());
    }

    private static int column(BaseDescr part) {
        return Math.max(1, part.getColumn() + 1);
    }

    /** The patterns of one rule, in order. */
    private final class Patterns {

        private final String file;
        private final RuleDescr rule;
        private final Set<String> bound = new HashSet<>();
        private int free;
        private int count;

        Patterns(String file, RuleDescr rule) {
            this.file = file;
            this.rule = rule;
        }

        void read() {
            part(rule.getLhs());
            if (count == 0) {
                problems.at(file, rule.getLine(), 1, "engine.rule-without-pattern", rule.getName());
            } else if (count > MOST_PATTERNS) {
                problems.at(file, rule.getLine(), 1, "engine.too-many-patterns", rule.getName(), count, MOST_PATTERNS);
            }
            double alternatives = alternatives(rule.getLhs());
            if (alternatives > MOST_ALTERNATIVES) {
                problems.at(file, rule.getLine(), 1, "engine.too-many-alternatives", rule.getName(), MOST_ALTERNATIVES);
            }
        }

        private double alternatives(Object part) {
            if (!(part instanceof ConditionalElementDescr element)) {
                return 1;
            }
            var inner = element.getDescrs().stream().mapToDouble(this::alternatives);
            return part instanceof OrDescr ? inner.sum() : inner.reduce(1, (one, other) -> one * other);
        }

        private void part(BaseDescr part) {
            if (part instanceof PatternDescr pattern) {
                pattern(pattern);
            } else if (part instanceof OrDescr either) {
                either(either);
            } else if ((part instanceof NotDescr || part instanceof ExistsDescr)
                    && ((ConditionalElementDescr) part).getDescrs().stream().allMatch(PatternDescr.class::isInstance)) {
                int before = free; // what is not there, or there at all, multiplies nothing
                free = Integer.MIN_VALUE / 2;
                ((ConditionalElementDescr) part).getDescrs().forEach(inner -> part((BaseDescr) inner));
                free = before;
            } else if (part instanceof AndDescr || part instanceof NotDescr || part instanceof ExistsDescr) {
                ((ConditionalElementDescr) part).getDescrs().forEach(inner -> part((BaseDescr) inner));
            } else {
                problems.at(file, part.getLine() > 0 ? part.getLine() : rule.getLine(), column(part), "engine.element-refused",
                        part.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT));
            }
        }

        /** Only one of them is there at a time. */
        private void either(OrDescr either) {
            int before = free;
            int most = free;
            for (Object inner : either.getDescrs()) {
                free = before;
                part((BaseDescr) inner);
                most = Math.max(most, free);
            }
            free = most;
        }

        private void pattern(PatternDescr pattern) {
            count++;
            List<String> constraints = pattern.getConstraint().getDescrs().stream().map(each -> ((BaseDescr) each).getText()).toList();
            if (pattern.getSource() != null || pattern.isQuery() || !pattern.getBehaviors().isEmpty()
                    || constraints.stream().anyMatch(text -> text.strip().matches("\\??/.*"))) {
                problems.at(file, pattern.getLine(), column(pattern), "engine.source-refused", pattern.getObjectType());
            }
            Optional<String> type = types.resolve(file, pattern.getObjectType());
            if (type.isEmpty()) {
                problems.at(file, pattern.getLine(), column(pattern), "engine.type-unknown", pattern.getObjectType());
            } else if (type.get().equals(PARAMETER)) {
                parameter(pattern, constraints);
                return;
            } else if (!type.get().startsWith("dev.kontor.api.rule.Conclusion")) {
                needs.add(type.get());
            }
            if (!joined(constraints) && ++free > FREE_PATTERNS) {
                problems.at(file, pattern.getLine(), column(pattern), "engine.join-missing", pattern.getObjectType(), rule.getName());
            }
            bind(pattern, constraints);
        }

        private boolean joined(List<String> constraints) {
            return constraints.stream().filter(text -> !text.contains("||")).anyMatch(text -> {
                Matcher join = JOIN.matcher(text);
                while (join.find()) {
                    for (int group = 1; group <= 3; group++) {
                        if (join.group(group) != null && bound.contains(join.group(group))) {
                            return true;
                        }
                    }
                }
                return false;
            });
        }

        private void bind(PatternDescr pattern, List<String> constraints) {
            if (pattern.getIdentifier() != null) {
                bound.add(pattern.getIdentifier());
            }
            constraints.forEach(text -> BOUND.matcher(text).results().forEach(found -> bound.add(found.group(1))));
        }

        private void parameter(PatternDescr pattern, List<String> constraints) {
            Optional<String> set = literal(SET, constraints);
            Optional<String> name = literal(NAME, constraints);
            if (set.isEmpty() || name.isEmpty()) {
                problems.at(file, pattern.getLine(), column(pattern), "engine.parameter-pattern");
            } else {
                parameters.putIfAbsent(set.get() + "#" + name.get(), new Place(file, pattern.getLine()));
            }
        }

        private Optional<String> literal(Pattern wanted, List<String> constraints) {
            return constraints.stream().map(wanted::matcher).filter(Matcher::matches).map(found -> found.group(1)).findFirst();
        }
    }
}
