package dev.kontor.console.text;

import dev.kontor.api.order.Money;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages of all bundles in both languages. Immutable: a coming or going bundle makes a new one. */
public final class Catalogue {

    /** The messages of one bundle: file name ending ({@code ""} for English, {@code "zh"}) to key to pattern. */
    public record Words(Map<String, Map<String, String>> byLanguage) {}

    /** A text whose one argument is a sign-in name, said as the person's name. */
    static final String PERSON = "console.person";

    /**
     * A text of what a conclusion or a task is about: a department's id, a person's, a word, or several words; and of a task its kind,
     * of which {@code subject.<kind>} may say what sort of thing that is, {@code instalment {0}}.
     */
    static final String SUBJECT = "console.subject-of";

    /** A journal line's kind and a field it changed; see {@link Fields}. */
    static final String FIELD = "console.field-of";

    /** The same, and what the field stood at. */
    static final String VALUE = "console.value-of";

    /** A consultation point by the name its department gives it, {@code point.review.joint}. */
    static final String POINT = "console.point-of";

    private static final Pattern NUMBERED = Pattern.compile("([a-z]+)-(\\d+)");

    private final Map<String, Map<String, String>> patterns = new HashMap<>();
    private final UnaryOperator<String> names;

    /**
     * @param bundles by bundle id; where two bring the same key the older bundle's words stay
     * @param names sign-in name to the person's name
     */
    public Catalogue(Map<Long, Words> bundles, UnaryOperator<String> names) {
        this.names = names;
        new TreeMap<>(bundles).values().forEach(words -> words.byLanguage().forEach((language, messages) -> {
            Map<String, String> known = patterns.computeIfAbsent(language, fresh -> new HashMap<>());
            messages.forEach(known::putIfAbsent);
        }));
    }

    public String say(Text text, Formats formats) {
        if (text.key().equals(PERSON) && text.arguments().size() == 1) {
            return person(String.valueOf(text.arguments().get(0)), formats.language());
        }
        if (text.key().equals(SUBJECT)) {
            return subject(text.arguments().stream().map(String::valueOf).toList(), formats.language());
        }
        if (text.key().equals(POINT) && text.arguments().size() == 1) {
            String point = String.valueOf(text.arguments().get(0));
            return find("point." + point.replace('/', '.'), formats.language()).orElse(point);
        }
        if (text.key().equals(FIELD) || text.key().equals(VALUE)) {
            return field(text.arguments().stream().map(part -> word(part, formats)).toList(), formats.language());
        }
        if (text.isPlain()) {
            return text.arguments().stream().map(part -> word(part, formats)).collect(Collectors.joining());
        }
        return pattern(text.key(), formats.language())
                .map(pattern -> fill(pattern, text, formats))
                .orElse(text.key());
    }

    private String person(String id, Locale language) {
        return id.equals(PersonId.SYSTEM.value()) ? find("console.platform", language).orElse(id) : names.apply(id);
    }

    private String subject(List<String> parts, Locale language) {
        String said = subject(parts.get(0), language);
        return parts.stream().skip(1).findFirst()
                .flatMap(kind -> pattern("subject." + kind, language))
                .map(pattern -> new MessageFormat(pattern, language).format(new Object[] {said}))
                .orElse(said);
    }

    private String subject(String subject, Locale language) {
        return find("department." + subject, language)
                .or(() -> find("role." + subject, language))
                .or(() -> find("subject." + subject, language))
                .or(() -> find("document." + subject, language))
                .or(() -> numbered(subject, language))
                .orElseGet(() -> subject.contains(" ") ? eachWord(subject, language) : names.apply(subject));
    }

    /** {@code instalment-3} by the words of {@code subject.instalment}. */
    private Optional<String> numbered(String subject, Locale language) {
        Matcher matcher = NUMBERED.matcher(subject);
        return matcher.matches()
                ? pattern("subject." + matcher.group(1), language)
                        .map(pattern -> new MessageFormat(pattern, language).format(new Object[] {matcher.group(2)}))
                : Optional.empty();
    }

    /** A serial number, say, and what is owed of it; a word that says nothing to people is left out. */
    private String eachWord(String subject, Locale language) {
        return Stream.of(subject.split(" "))
                .map(word -> find("subject." + word, language).orElse(word))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
    }

    private String field(List<String> parts, Locale language) {
        Fields fields = new Fields(key -> find(key, language), names);
        return parts.size() == 2
                ? fields.name(parts.get(0), parts.get(1))
                : fields.value(parts.get(0), parts.get(1), parts.get(2));
    }

    public Optional<String> find(String key, Locale language) {
        return pattern(key, language).map(pattern -> new MessageFormat(pattern, language).format(new Object[0]));
    }

    public Set<String> keys(String language) {
        return Set.copyOf(patterns.getOrDefault(language, Map.of()).keySet());
    }

    private Optional<String> pattern(String key, Locale language) {
        String own = patterns.getOrDefault(language.getLanguage(), Map.of()).get(key);
        return Optional.ofNullable(own != null ? own : patterns.getOrDefault("", Map.of()).get(key));
    }

    private String fill(String pattern, Text text, Formats formats) {
        Object[] words = text.arguments().stream()
                .map(argument -> isNumber(argument) ? argument : word(argument, formats))
                .toArray();
        try {
            return new MessageFormat(pattern, formats.language()).format(words);
        } catch (IllegalArgumentException broken) {
            // A pattern somebody got wrong must not take the page away.
            return pattern + " " + String.join(", ", text.arguments().stream().map(a -> word(a, formats)).toList());
        }
    }

    private static boolean isNumber(Object argument) {
        return argument instanceof Number;
    }

    private String word(Object argument, Formats formats) {
        if (argument instanceof Text inner) {
            return say(inner, formats);
        } else if (argument instanceof Money money) {
            return money.written();
        } else if (argument instanceof LocalDate day) {
            return formats.day(day);
        } else if (argument instanceof Instant at) {
            return formats.moment(at);
        }
        return String.valueOf(argument);
    }
}
