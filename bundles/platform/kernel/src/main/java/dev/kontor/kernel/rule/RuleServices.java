package dev.kontor.kernel.rule;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The rule engine, while it runs. It needs the desk, so the desk looks for it only when it has something to ask. */
@Component(service = RuleServices.class)
public final class RuleServices {

    private static final RuleEngine.Place NOWHERE = new RuleEngine.Place("", 0);

    private final Supplier<Optional<RuleEngine>> engine;
    private final Supplier<Optional<RuleSets>> sets;
    private final Whom whom;
    private final Set<String> attached = ConcurrentHashMap.newKeySet();

    @Activate
    public RuleServices(BundleContext context) {
        this(new Found<>(context, RuleEngine.class), new Found<>(context, RuleSets.class),
                new Whom(new Found<>(context, Accounts.class), new Found<>(context, Texts.class)));
    }

    public RuleServices(Supplier<Optional<RuleEngine>> engine, Supplier<Optional<RuleSets>> sets, Whom whom) {
        this.engine = engine;
        this.sets = sets;
        this.whom = whom;
    }

    /** The best service of a type now, kept until another is better. */
    private static final class Found<S> implements Supplier<Optional<S>> {

        private final BundleContext context;
        private final Class<S> type;
        private ServiceReference<S> reference;
        private S service;

        Found(BundleContext context, Class<S> type) {
            this.context = context;
            this.type = type;
        }

        @Override
        public synchronized Optional<S> get() {
            ServiceReference<S> best = context.getServiceReference(type);
            if (best == null || !best.equals(reference) || service == null) {
                reference = best;
                service = best == null ? null : context.getService(best);
            }
            return Optional.ofNullable(service);
        }
    }

    public Optional<RuleEngine> engine() {
        return engine.get();
    }

    /** Why it was concluded; when its version cannot be read now, the reason's key and values stand for the words. */
    public ReasonWords words(Concluded concluded) {
        Reason english = whom.called(concluded, Locale.ENGLISH);
        Reason chinese = whom.called(concluded, Locale.SIMPLIFIED_CHINESE);
        ReasonWords words = words(concluded.set(), english);
        return chinese.equals(english) ? words : new ReasonWords(words.english(), words(concluded.set(), chinese).chinese());
    }

    private ReasonWords words(SetVersion set, Reason reason) {
        try {
            return engine().map(running -> running.words(set, reason)).orElseGet(() -> bare(reason));
        } catch (CannotDecide unreadable) {
            return bare(reason);
        }
    }

    /** What the version that the parameter was read of calls it; its own name while that cannot be read. */
    Text title(Decision decision, Parameter parameter) {
        Optional<SetVersion> owner = Stream.concat(decision.sets().stream(), decision.owners().stream())
                .filter(set -> set.set().equals(parameter.set()))
                .findFirst();
        try {
            return engine().flatMap(running -> owner.map(set -> running.words(set, Reason.of("parameter." + parameter.name()))))
                    .map(words -> Text.of("kernel.reason", words.english(), words.chinese()))
                    .orElseGet(() -> Text.plain(parameter.name()));
        } catch (CannotDecide untitled) {
            return Text.plain(parameter.name());
        }
    }

    /** As people read it. */
    public DecisionRecord.Told told(Concluded concluded) {
        ReasonWords words = words(concluded);
        return new DecisionRecord.Told(
                concluded.conclusion(), concluded.set(), concluded.rule(), words.english(), words.chinese());
    }

    private static ReasonWords bare(Reason reason) {
        String words = reason.key() + " " + reason.arguments();
        return new ReasonWords(words, words);
    }

    /** Where the rule stands, as far as its version can be read now. */
    RuleEngine.Place place(SetVersion version, String rule) {
        try {
            return engine().map(running -> running.place(version, rule)).orElse(NOWHERE);
        } catch (CannotDecide unreadable) {
            return NOWHERE;
        }
    }

    /** Whether there is a rule set of this name, deciding or not. */
    public boolean known(String set) {
        return sets.get().flatMap(running -> running.set(set)).isPresent();
    }

    /** The names of all sets, deciding or not. */
    public List<String> sets() {
        return sets.get().map(running -> running.sets().stream().map(RuleSets.RuleSet::name).toList()).orElse(List.of());
    }

    /** The one version of a set whose digest begins so. */
    public Optional<RuleSets.Version> version(String set, String digest) {
        List<RuleSets.Version> found = sets.get().map(running -> running.versions(set)).orElse(List.of()).stream()
                .filter(version -> !digest.isEmpty() && version.version().digest().startsWith(digest))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Remembers attached sets that took part, for the roster. */
    public void saw(List<SetVersion> versions) {
        versions.stream().map(SetVersion::set).filter(set -> set.contains(".")).forEach(attached::add);
    }

    /** The attached sets that took part since the platform started. */
    public Set<String> attached() {
        return Set.copyOf(attached);
    }
}
