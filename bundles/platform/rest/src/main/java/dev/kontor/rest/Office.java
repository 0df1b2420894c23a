package dev.kontor.rest;

import dev.kontor.api.department.Roster;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.health.Backup;
import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.journal.Anchors;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Page;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Reconsiderations;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.api.wall.Wall;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The platform's services as the resources need them. All are optional: a resource that came and went with a service
 * would make the whiteboard rebuild all of REST, so what is missing answers 503 instead.
 */
@Component(service = Office.class)
public final class Office {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Desk desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Wall wall;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Texts texts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Orders orders;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Worklist worklist;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Documents documents;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Journals journals;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Anchors anchors;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Decisions decisions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Reconsiderations reconsiderations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile RuleSets rules;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile RuleHistory history;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Replays replays;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Backup backup;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Roster roster;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Comers comers;

    private final List<String> needed;
    private final boolean proxy;

    @Activate
    public Office(BundleContext context) {
        this(
                Optional.ofNullable(context.getProperty("kontor.ready")).orElse(""),
                Boolean.parseBoolean(context.getProperty("kontor.proxy")));
    }

    Office(String ready, boolean proxy) {
        this.needed = Arrays.stream(ready.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        this.proxy = proxy;
    }

    /** Whether a reverse proxy stands in front and says whose request it is. */
    boolean behindProxy() {
        return proxy;
    }

    /** @throws Refused {@code UNAVAILABLE} while something that the product needs has not come or is not fine */
    void mustBeReady() {
        List<ReadyCheck> present = comers().checks();
        Stream<Text> missing = present.stream().flatMap(check -> wall()
                .part(check, check::missing, failed -> Optional.of(failed).filter(words -> needed.contains(check.name())))
                .stream());
        Stream<Text> absent = needed.stream()
                .filter(name -> present.stream().noneMatch(check -> check.name().equals(name)))
                .map(Text::plain);
        Stream.concat(missing, absent).findFirst().ifPresent(what -> {
            throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("rest.not-ready", what));
        });
    }

    /** Everything is read in one transaction that is rolled back. */
    <R> R read(Supplier<R> reading) {
        return desk().read(reading);
    }

    Desk desk() {
        return present(desk, "desk");
    }

    Accounts accounts() {
        return present(accounts, "accounts");
    }

    Orders orders() {
        return present(orders, "orders");
    }

    Worklist worklist() {
        return present(worklist, "worklist");
    }

    Documents documents() {
        return present(documents, "documents");
    }

    Journals journals() {
        return present(journals, "journals");
    }

    Anchors anchors() {
        return present(anchors, "anchors");
    }

    Decisions decisions() {
        return present(decisions, "decisions");
    }

    Reconsiderations reconsiderations() {
        return present(reconsiderations, "reconsiderations");
    }

    RuleSets rules() {
        return present(rules, "rules");
    }

    RuleHistory history() {
        return present(history, "rules");
    }

    Replays replays() {
        return present(replays, "replays");
    }

    Roster roster() {
        return present(roster, "roster");
    }

    Backup backup() {
        return present(backup, "backup");
    }

    Optional<Texts> texts() {
        return Optional.ofNullable(texts);
    }

    /** Those that can say where they stand. */
    List<Page> pages() {
        return comers().pages();
    }

    private Comers comers() {
        return present(comers, "pages");
    }

    Wall wall() {
        return present(wall, "wall");
    }

    private static <S> S present(S service, String name) {
        if (service == null) {
            throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("rest.not-ready", name));
        }
        return service;
    }
}
