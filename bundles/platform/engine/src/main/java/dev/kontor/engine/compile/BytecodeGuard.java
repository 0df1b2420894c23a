package dev.kontor.engine.compile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;

/**
 * Reads every class that was generated from rules: what it refers to must be on the list, and nothing in it may loop,
 * catch errors, lock or reflect. Lets every method tick the {@link dev.kontor.engine.run.Budget}.
 *
 * <p>Guards against mistakes and careless uploads; a hostile administrator needs the second person too.
 */
public final class BytecodeGuard {

    /** Raised when the lists below change, so that classes kept by an older guard are compiled again. */
    public static final int EDITION = 1;

    private static final Set<String> LANG = Set.of(
            "Object", "String", "Math", "Integer", "Long", "Double", "Float", "Short", "Byte", "Boolean", "Character", "Number",
            "Comparable", "Iterable", "CharSequence", "Enum", "Record", "Class", "Throwable", "Exception", "Error",
            "RuntimeException", "IllegalArgumentException", "NullPointerException", "NoSuchFieldError", "Void",
            "invoke/StringConcatFactory", "invoke/LambdaMetafactory", "invoke/MethodHandles", "invoke/MethodHandles$Lookup",
            "invoke/CallSite", "invoke/MethodHandle", "invoke/MethodType", "invoke/SerializedLambda", "runtime/ObjectMethods");
    private static final Set<String> MATH = Set.of("BigDecimal", "BigInteger", "RoundingMode", "MathContext");
    private static final Set<String> UTIL = Set.of(
            "List", "ArrayList", "Map", "Map$Entry", "Set", "Collection", "Collections", "Arrays", "Objects", "Optional", "Iterator", "Locale");
    private static final Set<String> TIME = Set.of(
            "LocalDate", "Instant", "Period", "Duration", "DayOfWeek", "Month", "YearMonth", "Year", "chrono/ChronoLocalDate",
            "temporal/ChronoUnit", "format/DateTimeFormatter", "format/DateTimeFormatterBuilder", "temporal/Temporal", "temporal/TemporalUnit", "temporal/TemporalAmount");
    private static final String HELPER = "org/drools/core/rule/consequence/KnowledgeHelper";
    private static final List<String> ENGINE = List.of(
            "org/drools/model/", "org/drools/modelcompiler/", "org/drools/compiler/kie/builder/MaterializedLambda",
            "org/drools/base/", HELPER, "org/kie/api/runtime/rule/FactHandle",
            "org/drools/util/DateUtils");
    private static final List<String> ENGINE_DENIED = List.of(
            "org/drools/model/codegen/", "org/drools/modelcompiler/CanonicalKie", "org/drools/modelcompiler/Kie");
    /** Members that are refused although their owner is listed. */
    private static final Set<String> DENIED = Set.of(
            "java/lang/Object.wait", "java/lang/Object.notify", "java/lang/Object.notifyAll", "java/lang/Object.getClass",
            "java/lang/String.repeat", "java/lang/String.format", "java/lang/String.join", "java/lang/String.intern",
            "java/lang/String.matches", "java/lang/String.replaceAll", "java/lang/String.split", "java/lang/String.formatted",
            "java/lang/Integer.getInteger", "java/lang/Long.getLong", "java/lang/Boolean.getBoolean", "java/lang/Math.random",
            "java/math/BigInteger.pow", "java/math/BigDecimal.pow", "java/math/BigInteger.shiftLeft", "java/util/Collections.nCopies",
            "java/math/BigDecimal.scaleByPowerOfTen", "java/math/BigInteger.nextProbablePrime", "java/util/Collections.sort",
            "java/util/Iterator.next", "java/util/Collections.addAll");

    /**
     * What rule code may not do.
     *
     * @param key of the words
     * @param named the type or member
     * @param lookFor what to look for in the rule files to find the place
     */
    public record Violation(String key, String named, String lookFor) {}

    private final Predicate<String> factPackage;
    private final Set<String> own = new HashSet<>();
    private final Set<Violation> violations = new LinkedHashSet<>();
    private final Set<String> packages = new LinkedHashSet<>();

    public BytecodeGuard(Predicate<String> factPackage) {
        this.factPackage = factPackage;
    }

    /** The same classes, counted; {@link #violations} tells whether they may be used. */
    public Map<String, byte[]> guard(Map<String, byte[]> classes) {
        classes.keySet().forEach(name -> own.add(name.replace('.', '/')));
        Map<String, byte[]> guarded = new LinkedHashMap<>();
        classes.forEach((name, bytes) -> {
            ClassReader reader = new ClassReader(bytes);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new GuardedClass(this, writer), 0);
            guarded.put(name, writer.toByteArray());
        });
        return guarded;
    }

    public Set<Violation> violations() {
        return violations;
    }

    /** The fact packages that the classes refer to. */
    public Set<String> packages() {
        return packages;
    }

    static boolean allowsPlatform(String internal) {
        return internal.startsWith("java/lang/") && LANG.contains(internal.substring(10))
                || internal.startsWith("java/math/") && MATH.contains(internal.substring(10))
                || internal.startsWith("java/util/function/")
                || internal.startsWith("java/util/") && UTIL.contains(internal.substring(10))
                || internal.startsWith("java/time/") && TIME.contains(internal.substring(10))
                || internal.equals("java/io/Serializable");
    }

    void refuse(String key, String named) {
        String simple = named.substring(named.lastIndexOf('.') + 1);
        violations.add(new Violation(key, named, simple.substring(simple.lastIndexOf('$') + 1)));
    }

    void type(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.METHOD) {
            type(element.getReturnType());
            for (Type argument : element.getArgumentTypes()) {
                type(argument);
            }
        } else if (element.getSort() == Type.OBJECT) {
            internal(element.getInternalName());
        }
    }

    void internal(String name) {
        if (name.startsWith("[")) {
            type(Type.getType(name));
        } else if (!own.contains(name) && !allowsPlatform(name) && !allowsEngine(name)) {
            String packageName = FactTypes.packageOf(name.replace('/', '.'));
            if (factPackage.test(packageName)) {
                packages.add(packageName);
            } else {
                refuse("engine.type-refused", name.replace('/', '.'));
            }
        }
    }

    private static boolean allowsEngine(String name) {
        return ENGINE_DENIED.stream().noneMatch(name::startsWith) && ENGINE.stream().anyMatch(name::startsWith);
    }

    void member(String owner, String name) {
        boolean refused = DENIED.contains(owner + "." + name)
                || owner.equals("java/lang/Class")
                || owner.equals("java/util/Locale")
                || owner.equals("org/kie/api/runtime/rule/FactHandle")
                || (owner.equals("org/drools/model/Drools") || owner.equals(HELPER)) && !name.equals("insertLogical")
                || owner.equals("org/drools/modelcompiler/consequence/DroolsImpl") && !name.equals("asKnowledgeHelper")
                || owner.startsWith("java/time/") && name.equals("now")
                || owner.equals("java/lang/invoke/MethodHandles") && !name.equals("lookup");
        if (refused) {
            refuse("engine.member-refused", owner.replace('/', '.') + "." + name);
        }
    }
}
