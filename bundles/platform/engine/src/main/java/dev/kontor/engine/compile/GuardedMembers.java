package dev.kontor.engine.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The members of the platform and of Drools that generated code may name: what the rules' comparisons are made of. A name
 * stands for all members of that name; a field is written {@code #NAME}. What is not here is refused.
 */
final class GuardedMembers {

    private static final String D = "org/drools/modelcompiler/dsl/pattern/D";
    private static final Map<String, Set<String>> LISTED = new HashMap<>();

    static {
        put("java/lang/", "Object", "<init>", "equals", "hashCode", "toString");
        put("java/lang/", "String", "equals", "equalsIgnoreCase", "compareTo", "hashCode", "length", "isEmpty", "isBlank", "startsWith",
                "endsWith", "contains", "strip", "trim", "toString");
        put("java/lang/", "Boolean", "valueOf", "booleanValue", "equals", "#TYPE", "#TRUE", "#FALSE");
        put("java/lang/", "Integer", "valueOf", "intValue", "longValue", "compareTo", "equals", "#TYPE");
        put("java/lang/", "Long", "valueOf", "longValue", "intValue", "compareTo", "equals", "#TYPE");
        put("java/lang/", "Double", "valueOf", "doubleValue", "compareTo", "equals", "#TYPE");
        put("java/lang/", "Float", "valueOf", "floatValue", "#TYPE");
        put("java/lang/", "Short", "valueOf", "shortValue", "#TYPE");
        put("java/lang/", "Byte", "valueOf", "byteValue", "#TYPE");
        put("java/lang/", "Character", "valueOf", "charValue", "#TYPE");
        put("java/lang/", "Number", "intValue", "longValue", "doubleValue");
        put("java/lang/", "Math", "abs", "max", "min");
        put("java/lang/", "Comparable", "compareTo");
        put("java/lang/", "CharSequence", "length");
        put("java/lang/", "Enum", "<init>", "valueOf", "name", "equals", "compareTo", "hashCode");
        put("java/lang/", "RuntimeException", "<init>");
        put("java/lang/invoke/", "StringConcatFactory", "makeConcatWithConstants");
        put("java/lang/invoke/", "LambdaMetafactory", "metafactory", "altMetafactory");
        put("java/math/", "BigDecimal", "compareTo", "equals", "hashCode", "signum", "abs", "negate", "max", "min", "add", "subtract",
                "multiply", "divide(Ljava/math/BigDecimal;Ljava/math/MathContext;)", "intValueExact", "intValue", "longValueExact",
                "longValue", "valueOf(J)", "#ZERO", "#ONE", "toString");
        put("java/math/", "BigInteger", "compareTo", "equals", "signum");
        put("java/math/", "MathContext", "#DECIMAL128");
        put("java/util/", "List", "size", "isEmpty", "contains", "get");
        put("java/util/", "Collection", "size", "isEmpty", "contains");
        put("java/util/", "Set", "size", "isEmpty", "contains");
        put("java/util/", "Map", "size", "isEmpty", "containsKey", "get");
        put("java/util/", "Optional", "isPresent", "isEmpty", "get", "equals");
        put("java/util/", "Objects", "equals");
        put("java/util/", "Arrays", "asList");
        put("java/util/", "Collections", "emptyList");
        put("java/util/", "Locale", "#ENGLISH");
        put("java/time/", "LocalDate", "isBefore", "isAfter", "isEqual", "compareTo", "equals", "getYear", "getMonthValue",
                "getDayOfMonth", "toString");
        put("java/time/", "Instant", "isBefore", "isAfter", "compareTo", "equals");
        put("java/time/chrono/", "ChronoLocalDate", "isBefore", "isAfter", "isEqual", "compareTo");
        put("java/time/format/", "DateTimeFormatterBuilder", "<init>", "parseCaseInsensitive", "appendPattern", "toFormatter");
        put("org/drools/util/", "DateUtils", "getDateFormatMask");
        put("org/drools/modelcompiler/consequence/", "DroolsImpl", "asKnowledgeHelper");
        put("org/drools/core/rule/consequence/", "KnowledgeHelper", "insertLogical");
        put("org/drools/model/", "Drools", "insertLogical");
        put("org/drools/model/", "DomainClassMetadata", "getPropertyIndex");
        put("org/drools/model/functions/", "PredicateInformation", "<init>", "addRuleNames", "setMoreThanMaxRuleDefs");
        put("org/drools/model/impl/", "RuleBuilder", "build");
        put("org/drools/model/", "PatternDSL$PatternDef", "bind", "expr", "and", "or", "endAnd", "endOr");
        put("org/drools/modelcompiler/util/", "EvaluationUtil", "areNullSafeEquals", "areNumbersNullSafeEquals", "equals", "notEquals",
                "greaterThan", "lessThan", "greaterOrEqual", "lessOrEqual", "greaterThanNumbers", "lessThanNumbers",
                "greaterOrEqualNumbers", "lessOrEqualNumbers", "toBigDecimal");
        LISTED.put(D, Set.of("rule", "pattern", "declarationOf", "on", "execute", "and", "or", "not", "exists", "alphaIndexedBy",
                "betaIndexedBy", "eval"));
        for (String type : Set.of("EQUAL", "NOT_EQUAL", "GREATER_THAN", "GREATER_OR_EQUAL", "LESS_THAN", "LESS_OR_EQUAL", "RANGE")) {
            LISTED.computeIfAbsent("org/drools/model/Index$ConstraintType", key -> new java.util.HashSet<>()).add("#" + type);
        }
        for (String operator : Set.of("Contains", "In", "StringStartsWith", "StringEndsWith")) {
            put("org/drools/model/operators/", operator + "Operator", "#INSTANCE");
        }
    }

    private GuardedMembers() {}

    private static void put(String packageName, String type, String... members) {
        LISTED.put(packageName + type, Set.of(members));
    }

    /** Whether any member of the type is listed. */
    static boolean knows(String owner) {
        return LISTED.containsKey(owner) || isConsequence(owner);
    }

    /** @param member a method's name, or {@code #} and a field's */
    static boolean allows(String owner, String member, String descriptor) {
        if (isConsequence(owner)) {
            return member.equals("execute");
        }
        Set<String> members = LISTED.getOrDefault(owner, Set.of());
        return members.contains(member) || members.contains(member + descriptor.substring(0, descriptor.indexOf(')') + 1));
    }

    private static boolean isConsequence(String owner) {
        return owner.startsWith("org/drools/model/consequences/ConsequenceBuilder$_");
    }
}
