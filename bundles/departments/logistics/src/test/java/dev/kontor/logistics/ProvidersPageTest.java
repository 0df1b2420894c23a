package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.logistics.evidence.CustomerSigner;
import dev.kontor.logistics.evidence.RevokeProvider;
import dev.kontor.logistics.evidence.TrustProvider;
import dev.kontor.logistics.page.ProvidersPage;
import dev.kontor.signatures.CmsSignatures;
import dev.kontor.signatures.Issuer;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.RuleBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 6.2: whose electronic signatures count (R-6.10)")
final class ProvidersPageTest {

    private static final Issuer PROVIDER = Issuer.root("CN=East CA", Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));
    private static final Person SUN = new Person(new PersonId("sun"), "Sun", Set.of(Role.SECURITY_ADMINISTRATOR), "en");
    private static final Person LU = new Person(new PersonId("lu"), "Lu", Set.of(Role.LOGISTICS_CLERK), "en");

    @Test
    @DisplayName("a provider stands there from its first day on, and stays when it is revoked; only security changes anything")
    void aProviderStays() {
        try (LogisticsRoom room = new LogisticsRoom(Dialect.DERBY, LogisticsRoom.twoMachines(false))) {
            FakeCompanyFile company = new FakeCompanyFile(DAY, RuleBook.of(List.of())).as("sun", Role.SECURITY_ADMINISTRATOR);
            ProvidersPage page = new ProvidersPage(room.providers, room.signers, room.clock);
            assertThat(shown(room, page, SUN)).contains("logistics.provider.none", "do/logistics/trust-provider");

            room.command(() -> new TrustProvider(room.providers, room.papers, new CmsSignatures()).run(company, new Values(Map.of(
                    "name", "East", "certificate", room.papers.take("ca.cer", PROVIDER.certificate()), "from", DAY.toString(), "until", DAY.toString()))));
            assertThat(shown(room, page, SUN)).contains("East CA", PROVIDER.fingerprint().substring(56), "logistics.provider.is-trusted", "revoke-provider");
            assertThat(shown(room, page, LU)).contains("East CA").doesNotContain("revoke-provider", "trust-provider");
            room.file.setToday(DAY.plusDays(1));
            assertThat(shown(room, page, SUN)).contains("logistics.provider.over");

            company.setToday(DAY.plusDays(1));
            room.command(() -> new RevokeProvider(room.providers).run(company, new Values(Map.of(
                    "subject", PROVIDER.fingerprint(), "on", DAY.plusDays(1).toString(), "reason", "stolen key"))));
            assertThat(shown(room, page, SUN)).contains("East CA", "stolen key", "logistics.provider.revoked-since").doesNotContain("revoke-provider");
            assertThat(company.noted()).containsExactly("logistics.provider", "logistics.provider");
        }
    }

    @Test
    @DisplayName("who signs for which customer stands there by organisation, with who proposed and who decided it; who may propose and decide is led there")
    void whoSignsForWhom() {
        try (LogisticsRoom room = new LogisticsRoom(Dialect.DERBY, LogisticsRoom.twoMachines(false))) {
            FakeCompanyFile company = new FakeCompanyFile(DAY, RuleBook.of(List.of())).as("sun", Role.SECURITY_ADMINISTRATOR);
            ProvidersPage page = new ProvidersPage(room.providers, room.signers, room.clock);
            assertThat(shown(room, page, LU)).as("nobody vouches yet").contains("logistics.signer.none").doesNotContain("do/logistics/propose-signer");
            room.command(() -> new TrustProvider(room.providers, room.papers, new CmsSignatures()).run(company, new Values(Map.of(
                    "name", "East", "certificate", room.papers.take("ca.cer", PROVIDER.certificate()), "from", DAY.toString(), "until", DAY.toString()))));
            Bindings.propose(room, "lu", PROVIDER.fingerprint(), "Oriental Group", "C-0001");
            String later = Bindings.propose(room, "lu", PROVIDER.fingerprint(), "Huadong Group", "C-0001").id();

            assertThat(shown(room, page, LU)).contains("do/logistics/propose-signer", "Huadong Machinery", "logistics.signer.proposed").doesNotContain("decide-signer");
            assertThat(shown(room, page, SUN)).contains("decide-signer?subject=" + later).doesNotContain("propose-signer");
            assertThat(room.read(() -> room.signers.all("", 1))).extracting(CustomerSigner::organisation).containsExactly("Huadong Group");
            assertThat(room.read(() -> room.signers.all(later, 1))).extracting(CustomerSigner::organisation).containsExactly("Oriental Group");

            assertThat(room.read(() -> room.signers.waiting(9))).extracting(CustomerSigner::organisation).containsExactlyInAnyOrder("Oriental Group", "Huadong Group");

            Bindings.decide(room, "zhao", later, CustomerSigner.ENDED);
            assertThat(shown(room, page, SUN)).contains("logistics.signer.ended", "zhao").doesNotContain(later);
            assertThat(room.read(() -> room.signers.waiting(9))).extracting(CustomerSigner::organisation).containsExactly("Oriental Group");
        }
    }

    private static String shown(LogisticsRoom room, ProvidersPage page, Person reader) {
        return room.read(() -> page.show(new Query(reader, List.of(), Map.of()))).toString();
    }
}
