package dev.kontor.logistics.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.logistics.evidence.CustomerSigner;
import dev.kontor.logistics.evidence.DecideSigner;
import dev.kontor.logistics.evidence.ProposeSigner;
import dev.kontor.logistics.evidence.Provider;
import dev.kontor.logistics.evidence.Providers;
import dev.kontor.logistics.evidence.Signers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose electronic signatures count, from when until when, and whose no longer; who signs for which customer. */
@Component
public final class ProvidersPage implements Page {

    private static final int ROWS = 200;

    private final Providers providers;
    private final Signers signers;
    private final Clock clock;

    @Activate
    public ProvidersPage(@Reference Providers providers, @Reference Signers signers, @Reference Clock clock) {
        this.providers = providers;
        this.signers = signers;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "logistics/providers";
    }

    @Override
    public Text title() {
        return Text.of("logistics.providers");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("company", "certificate", 80));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR, Role.LOGISTICS_CLERK, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        boolean changes = query.reader().holds(Role.SECURITY_ADMINISTRATOR);
        List<Provider> known = providers.all();
        View view = View.of(title(), providers(known, changes), waiting(known, query), signers(known, query)).withAbove(Text.of("logistics.providers-above"));
        if (providers.isAnyTrusted(clock.today()) && ProposeSigner.ROLES.stream().anyMatch(query.reader()::holds)) {
            view = view.withAction(new Cell.Link(Text.of("logistics.signer.propose"), "do/logistics/propose-signer", "plus"));
        }
        return changes
                ? view.withAction(new Cell.Link(Text.of("logistics.provider.trust"), "do/logistics/trust-provider", "plus"))
                : view;
    }

    private Block providers(List<Provider> known, boolean changes) {
        return new Block.Table(
                title(),
                ShipmentView.columns("provider.name", "provider.subject", "provider.from", "provider.until", "state", "provider.fingerprint", "by"),
                known.stream().map(each -> row(each, changes)).toList(),
                "",
                Text.of("logistics.provider.none"));
    }

    /** What a second person has still to decide. */
    private Block waiting(List<Provider> known, Query query) {
        Map<String, String> names = names(known);
        return new Block.Table(
                Text.of("logistics.signers-waiting"),
                ShipmentView.columns("signer.organisation", "provider.name", "customer", "signer.reason", "signer.proposed-by"),
                signers.waiting(ROWS).stream()
                        .map(each -> List.of(
                                organisation(each, query), Cell.plain(names.get(each.provider())),
                                Cell.plain(signers.name(each.customer())), Cell.plain(each.reason()), Cell.person(each.proposedBy())))
                        .toList(),
                "",
                Text.of("logistics.signer.none-waiting"));
    }

    private static Map<String, String> names(List<Provider> known) {
        return known.stream().collect(Collectors.toMap(Provider::id, Provider::name));
    }

    private Block signers(List<Provider> known, Query query) {
        Map<String, String> names = names(known);
        int limit = query.rows(ROWS);
        List<CustomerSigner> found = signers.all(query.parameter("after"), limit);
        String next = found.size() < limit ? "" : "logistics/providers?after=" + found.get(found.size() - 1).id();
        return new Block.Table(
                Text.of("logistics.signers"),
                ShipmentView.columns("signer.organisation", "provider.name", "customer", "state", "signer.reason", "signer.proposed-by", "signer.decided-by"),
                found.stream().map(each -> row(each, names.get(each.provider()), query)).toList(),
                next,
                Text.of("logistics.signer.none"));
    }

    /** Leads whoever may decide it to the decision. */
    private static Cell organisation(CustomerSigner signer, Query query) {
        boolean decides = DecideSigner.ROLES.stream().anyMatch(query.reader()::holds);
        return decides && !signer.state().equals(CustomerSigner.ENDED)
                ? Cell.link(Text.plain(signer.organisation()), "do/logistics/decide-signer?subject=" + signer.id())
                : Cell.plain(signer.organisation());
    }

    private List<Cell> row(CustomerSigner signer, String provider, Query query) {
        return List.of(
                organisation(signer, query),
                Cell.plain(provider),
                Cell.plain(signers.name(signer.customer())),
                new Cell.Badge(tone(signer), Text.of("logistics.signer." + signer.state())),
                Cell.plain(signer.reason()),
                Cell.person(signer.proposedBy()),
                Cell.person(signer.decidedBy()));
    }

    private static Tone tone(CustomerSigner signer) {
        return switch (signer.state()) {
            case CustomerSigner.APPROVED -> Tone.GOOD;
            case CustomerSigner.PROPOSED -> Tone.WARNING;
            default -> Tone.NEUTRAL;
        };
    }

    private List<Cell> row(Provider provider, boolean changes) {
        LocalDate today = clock.today();
        return List.of(
                changes && !provider.isRevoked(today)
                        ? Cell.link(Text.plain(provider.name()), "do/logistics/revoke-provider?subject=" + provider.id())
                        : Cell.plain(provider.name()),
                Cell.plain(provider.subject()),
                new Cell.Day(provider.from()),
                new Cell.Day(provider.until()),
                state(provider, today),
                Cell.plain(provider.id().replaceAll("(.{8})(?=.)", "$1 ")),
                Cell.person(provider.changedBy()));
    }

    private static Cell state(Provider provider, LocalDate today) {
        if (provider.revokedOn().isPresent()) {
            return new Cell.Many(List.of(
                    new Cell.Badge(Tone.BAD, Text.of("logistics.provider.revoked-since", provider.revokedOn().orElseThrow())),
                    Cell.plain(provider.reason())));
        }
        if (today.isBefore(provider.from())) {
            return new Cell.Badge(Tone.NEUTRAL, Text.of("logistics.provider.not-yet"));
        }
        return today.isAfter(provider.until())
                ? new Cell.Badge(Tone.NEUTRAL, Text.of("logistics.provider.over"))
                : new Cell.Badge(Tone.GOOD, Text.of("logistics.provider.is-trusted"));
    }
}
