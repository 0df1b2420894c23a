package dev.kontor.engine.compile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;

/**
 * Reads every class that was generated from rules: each type and each member that it names must be on the list, and nothing
 * in it may loop, catch errors, lock or reflect. Lets every method tick the {@link dev.kontor.engine.run.Budget}, and has
 * every text and number that rule code makes measured. Classes are kept as the compiler made them and come through here
 * each time they are linked.
 *
 * <p>Guards against mistakes and careless uploads; a hostile administrator needs the second person too.
 */
public final class BytecodeGuard {

    /** Raised when the lists below change, so that classes kept by an older guard are compiled again. */
    public static final int EDITION = 2;

    private static final Set<String> LANG = Set.of(
            "Object", "String", "Math", "Integer", "Long", "Double", "Float", "Short", "Byte", "Boolean", "Character", "Number",
            "Comparable", "CharSequence", "Enum", "Class", "Exception", "RuntimeException",
            "invoke/StringConcatFactory", "invoke/LambdaMetafactory", "invoke/MethodHandles", "invoke/MethodHandles$Lookup",
            "invoke/CallSite", "invoke/MethodHandle", "invoke/MethodType");
    private static final Set<String> MATH = Set.of("BigDecimal", "BigInteger", "MathContext");
    private static final Set<String> UTIL = Set.of(
            "List", "Map", "Set", "Collection", "Collections", "Arrays", "Objects", "Optional", "Locale");
    private static final Set<String> TIME = Set.of(
            "LocalDate", "Instant", "chrono/ChronoLocalDate", "format/DateTimeFormatter", "format/DateTimeFormatterBuilder");
    /** What every object has and no rule may call. */
    private static final Set<String> LOCKING = Set.of("wait", "notify", "notifyAll", "getClass");
    /** Of Drools, the types that generated code declares or implements; {@link GuardedMembers} has those it calls. */
    private static final List<String> ENGINE = List.of(
            "org/drools/model/", "org/drools/modelcompiler/dsl/pattern/D", "org/drools/compiler/kie/builder/MaterializedLambda",
            "org/kie/api/runtime/rule/FactHandle");
    private static final List<String> ENGINE_DENIED = List.of("org/drools/model/codegen/", "org/drools/model/DSL");
    /** Name and descriptor of each public member of a record, read once for each class as it was loaded. */
    private static final ClassValue<Set<String>> OFFERED = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return offered(type);
        }
    };

    /**
     * What rule code may not do.
     *
     * @param key of the words
     * @param named the type or member
     * @param lookFor what to look for in the rule files to find the place
     * @param in the generated class
     */
    public record Violation(String key, String named, String lookFor, String in) {}

    private final FactTypes facts;
    private final Set<String> own = new HashSet<>();
    /** Types and descriptors that were looked up before: the same few stand in every class. */
    private final Set<String> allowed = new HashSet<>();
    private final Set<Violation> violations = new LinkedHashSet<>();
    private final Map<String, Optional<Class<?>>> records = new TreeMap<>();
    private final Map<String, Set<String>> rules = new HashMap<>();
    private String reading = "";

    public BytecodeGuard(FactTypes facts) {
        this.facts = facts;
    }

    /** The same classes, counted; {@link #violations} tells whether they may be used. */
    public Map<String, byte[]> guard(Map<String, byte[]> classes) {
        classes.keySet().forEach(name -> own.add(name.replace('.', '/')));
        Map<String, byte[]> guarded = new LinkedHashMap<>();
        classes.forEach((name, bytes) -> {
            reading = name;
            ClassReader reader = new ClassReader(bytes);
            ClassWriter writer = new ClassWriter(reader, 0); // what is put in needs no more of the stack than is there
            reader.accept(new GuardedClass(this, writer), ClassReader.SKIP_DEBUG);
            guarded.put(name, writer.toByteArray());
        });
        return guarded;
    }

    public Set<Violation> violations() {
        return violations;
    }

    /** The records of the api and of fact packages that the classes refer to. */
    public Set<Class<?>> records() {
        return records.values().stream().flatMap(Optional::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names of the rules that a generated class belongs to; none where it belongs to nobody's. */
    public Set<String> rulesOf(String className) {
        int inner = className.indexOf('$');
        return rules.getOrDefault(inner < 0 ? className : className.substring(0, inner), Set.of());
    }

    void belongs(String internal, String rule) {
        rules.computeIfAbsent(internal.replace('/', '.'), name -> new TreeSet<>()).add(rule);
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
        String simple = named.replace(".<init>", "");
        simple = simple.substring(Math.max(simple.lastIndexOf('.'), simple.lastIndexOf('$')) + 1);
        violations.add(new Violation(key, named, simple.startsWith("new[") ? "[" : simple, reading));
    }

    /** @param descriptor of a value or a method */
    void descriptor(String descriptor) {
        if (!allowed.contains(descriptor) && type(Type.getType(descriptor))) {
            allowed.add(descriptor);
        }
    }

    /** Whether it is allowed; refuses it where it is not. */
    boolean type(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.METHOD) {
            boolean fine = type(element.getReturnType());
            for (Type argument : element.getArgumentTypes()) {
                fine &= type(argument);
            }
            return fine;
        }
        return element.getSort() != Type.OBJECT || internal(element.getInternalName());
    }

    /** Whether it is allowed; refuses it where it is not. */
    boolean internal(String name) {
        if (name.startsWith("[")) {
            return type(Type.getType(name));
        }
        if (allowed.contains(name)) {
            return true;
        }
        boolean fine = own.contains(name) || allowsPlatform(name) || allowsEngine(name) || record(name).isPresent();
        if (fine) {
            allowed.add(name);
        } else {
            refuse("engine.type-refused", name.replace('/', '.'));
        }
        return fine;
    }

    private static boolean allowsEngine(String name) {
        return GuardedMembers.knows(name)
                || ENGINE_DENIED.stream().noneMatch(name::startsWith) && ENGINE.stream().anyMatch(name::startsWith);
    }

    private Optional<Class<?>> record(String internal) {
        return records.computeIfAbsent(internal.replace('/', '.'), name -> facts.loader(FactTypes.packageOf(name))
                .<Class<?>>map(loader -> load(loader, name))
                .filter(type -> type.isRecord() || type.isEnum() || type.isSealed()));
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError absent) {
            return Object.class; // refused, as it is no record
        }
    }

    /** @param member a method's name, or {@code #} and a field's */
    void member(String owner, String member, String descriptor) {
        boolean allowed = own.contains(owner)
                || record(owner).map(type -> offers(type, member, descriptor)).orElse(false)
                || GuardedMembers.allows(owner, member, descriptor);
        if (!allowed) {
            refuse("engine.member-refused", owner.replace('/', '.') + "." + member.replace("#", ""));
        }
    }

    /** Whether the record has that member now: it may have changed since the rules were compiled. */
    private static boolean offers(Class<?> type, String member, String descriptor) {
        return OFFERED.get(type).contains(member + descriptor);
    }

    private static Set<String> offered(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getFields()).map(each -> "#" + each.getName() + Type.getDescriptor(each.getType()));
        Stream<String> constructors = Arrays.stream(type.getConstructors()).map(each -> "<init>" + Type.getConstructorDescriptor(each));
        Stream<String> methods = Arrays.stream(type.getMethods())
                .filter(each -> !LOCKING.contains(each.getName()))
                .map(each -> each.getName() + Type.getMethodDescriptor(each));
        return Stream.of(fields, constructors, methods).flatMap(each -> each).collect(Collectors.toUnmodifiableSet());
    }
}
