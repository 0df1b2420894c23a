package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.evidence.CustomerSigner;
import dev.kontor.logistics.evidence.DecideSigner;
import dev.kontor.logistics.evidence.ProposeSigner;
import dev.kontor.logistics.evidence.RevokeProvider;
import dev.kontor.logistics.evidence.SignerTask;
import dev.kontor.logistics.evidence.TrustProvider;
import dev.kontor.logistics.page.LogisticsTab;
import dev.kontor.logistics.page.PreAcceptanceView;
import dev.kontor.signatures.CmsSignatures;
import dev.kontor.signatures.Issuer;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.RuleBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.2: an electronic signature is the customer's (R-6.10)")
final class SignersTest {

    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2030-01-01T00:00:00Z");
    private static final Issuer EAST = Issuer.root("CN=East CA", FROM, UNTIL);
    private static final Issuer WEST = Issuer.root("CN=West CA", FROM, UNTIL);
    private static final String OURS = "C-0001";
    private static final String ANOTHER = "C-0002";

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    @BeforeEach
    void checked() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(false));
        room.finished("K-1");
        room.finished("K-2");
        room.look();
        room.send("K-1", "K-2");
        room.arriveToday();
        room.checkAll();
        trust(EAST, "East");
        trust(WEST, "West");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void trust(Issuer provider, String name) {
        FakeCompanyFile company = new FakeCompanyFile(DAY, RuleBook.of(List.of())).as("sun", Role.SECURITY_ADMINISTRATOR);
        room.command(() -> new TrustProvider(room.providers, room.papers, new CmsSignatures()).run(company, new Values(Map.of(
                "name", name, "certificate", room.papers.take("ca.cer", provider.certificate()), "from", DAY.toString(), "until", DAY.toString()))));
    }

    private Map<String, Object> signed(Issuer provider, String subject) {
        Document report = room.read(() -> room.acceptances.report(room.file, room.shipments.find(room.file.number(), 1).orElseThrow(), Acceptance.ARRIVAL))
                .orElseThrow();
        byte[] signature = provider.signer(subject, FROM, UNTIL).sign(room.papers.content(report.digest()), room.file.now());
        return Map.of("signature", room.papers.take("report.p7s", signature), "authority", "PoA 3");
    }

    private Refused.Gap refused(Map<String, Object> values) {
        List<Refused.Gap> gaps = room.refused(room.signElectronically(), values).gaps();
        assertThat(gaps).singleElement().satisfies(gap -> assertThat(gap.field()).isEqualTo("signature"));
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_DELIVERED);
        return gaps.get(0);
    }

    private void deliversAsSigned(Issuer provider, String subject) {
        room.run(room.signElectronically(), signed(provider, subject));
        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Test
    @DisplayName("R-6.10: who is bound to nobody, or proposed only, is refused at the field, by name; approved by a second person it delivers")
    void whoIsNotBoundIsRefused() {
        Refused.Gap gap = refused(signed(EAST, "CN=Wang Wei,O=Huadong Group"));
        assertThat(gap.message().key()).isEqualTo("logistics.proof.signer-unknown");
        assertThat(gap.message().arguments()).containsExactly("Huadong Group", "East", "Huadong Machinery");
        String proposed = Bindings.propose(room, "lu", EAST.fingerprint(), "Huadong Group", OURS).id();
        assertThat(refused(signed(EAST, "CN=Wang Wei,O=Huadong Group")).message().key()).isEqualTo("logistics.proof.signer-unknown");

        Bindings.decide(room, "zhao", proposed, CustomerSigner.APPROVED);

        deliversAsSigned(EAST, "CN=Li Na,O=Huadong Group");
    }

    @Test
    @DisplayName("R-6.10: where the customer's acceptance waits, whoever may decide owes it, in time, until it is decided")
    void decidingIsOwedAtTheOrderThatWaits() {
        FakeCompanyFile lu = company("lu", Role.LOGISTICS_CLERK);
        String signer = Bindings.propose(room, lu, EAST.fingerprint(), "Huadong Group", OURS).id();
        attend(lu);

        Task owed = room.file.openTasks(SignerTask.KIND).get(0);
        assertThat(owed.role()).isEqualTo(Role.SALES_HEAD);
        assertThat(owed.deadline().orElseThrow().lastDay()).isEqualTo(DAY.plusDays(1));
        room.file.as("zhao", Role.SALES_HEAD);
        assertThat(brief()).contains("do/logistics/decide-signer?subject=" + signer);

        FakeCompanyFile zhao = company("zhao", Role.SALES_HEAD);
        Bindings.decide(room, zhao, signer, CustomerSigner.APPROVED);
        attend(zhao);
        assertThat(room.file.openTasks(SignerTask.KIND)).isEmpty();
        assertThat(brief()).doesNotContain("decide-signer");
    }

    @Test
    @DisplayName("R-6.10: what the only head of sales proposes is decided by company leadership, and another customer's at none of our orders")
    void nobodyOwesADecisionOnTheirOwnProposal() {
        FakeCompanyFile zhao = company("zhao", Role.SALES_HEAD);
        Bindings.propose(room, zhao, EAST.fingerprint(), "Huadong Group", OURS);
        attend(zhao);
        assertThat(room.file.openTasks(SignerTask.KIND)).extracting(Task::role).containsExactly(Role.LEADERSHIP);

        FakeCompanyFile lu = company("lu", Role.LOGISTICS_CLERK);
        Bindings.propose(room, lu, EAST.fingerprint(), "Oriental Trading", ANOTHER);
        assertThat(lu.entrusted()).isEmpty();
    }

    private static FakeCompanyFile company(String person, Role role) {
        return new FakeCompanyFile(DAY, RuleBook.of(List.of())).as(person, role);
    }

    /** The platform hands the order's file over for what was left to the department. */
    private void attend(FakeCompanyFile company) {
        assertThat(company.entrusted()).hasSize(1);
        String matter = company.entrusted().get(0).substring(room.file.number().value().length()).strip();
        room.command(() -> {
            room.department.attend(room.file, matter);
            return matter;
        });
    }

    private String brief() {
        LogisticsTab tab = new LogisticsTab(room.shipments, null, new PreAcceptanceView(room.preAcceptances), room.signers);
        return room.read(() -> tab.brief(room.file)).toString();
    }

    @Test
    @DisplayName("R-6.10: another customer's signature is refused, naming whose it is, until it signs for this one too")
    void anotherCustomersIsRefused() {
        Bindings.bind(room, EAST.fingerprint(), "Oriental Trading", ANOTHER);

        Refused.Gap gap = refused(signed(EAST, "CN=Wang Wei,O=Oriental Trading"));

        assertThat(gap.message().key()).isEqualTo("logistics.proof.signer-of-another");
        assertThat(gap.message().arguments()).containsExactly("Oriental Trading", "East", "Oriental", "Huadong Machinery");
        Bindings.bind(room, EAST.fingerprint(), "Oriental Trading", OURS);
        deliversAsSigned(EAST, "CN=Wang Wei,O=Oriental Trading");
    }

    @Test
    @DisplayName("R-6.10: the same name from another provider is somebody else; who has no organisation is bound by all of the subject")
    void whoItIsTheProviderSays() {
        Bindings.bind(room, EAST.fingerprint(), "Huadong Group", OURS);
        assertThat(refused(signed(WEST, "CN=Wang Wei,O=Huadong Group")).message().key()).isEqualTo("logistics.proof.signer-unknown");
        Bindings.bind(room, WEST.fingerprint(), "CN=Wang Wei", OURS);
        assertThat(refused(signed(WEST, "CN=Wang Wei,L=Beijing")).message().key()).isEqualTo("logistics.proof.signer-unknown");

        deliversAsSigned(WEST, "CN=Wang Wei");
    }

    @Test
    @DisplayName("R-6.10: ended it counts no longer; it can be proposed again, and then two people decide again")
    void ended() {
        Bindings.bind(room, EAST.fingerprint(), "Huadong Group", OURS);
        String bound = room.read(() -> room.signers.all("", 1)).get(0).id();
        Bindings.decide(room, "lu", bound, CustomerSigner.ENDED);
        assertThat(refused(signed(EAST, "CN=Wang Wei,O=Huadong Group")).message().key()).isEqualTo("logistics.proof.signer-unknown");
        assertThat(refusal(() -> Bindings.decide(room, "zhao", bound, CustomerSigner.APPROVED)).words().key()).isEqualTo("logistics.signer.was-ended");

        Bindings.bind(room, EAST.fingerprint(), "Huadong Group", OURS);

        assertThat(room.read(() -> room.signers.all("", 9))).singleElement().satisfies(again -> assertThat(again.isApproved()).isTrue());
    }

    @Test
    @DisplayName("R-6.10: nobody approves what they proposed themselves, nor twice")
    void twoPeople() {
        String proposed = Bindings.propose(room, "lu", EAST.fingerprint(), "Huadong Group", OURS).id();
        Refused own = refusal(() -> Bindings.decide(room, "lu", proposed, CustomerSigner.APPROVED));
        assertThat(List.of(own.reason(), own.words().key())).containsExactly(Refused.Reason.FORBIDDEN, "logistics.signer.two-people");
        assertThat(gap(() -> Bindings.propose(room, "lu", EAST.fingerprint(), "Huadong Group", OURS))).isEqualTo("organisation logistics.signer.known.proposed");

        Bindings.decide(room, "zhao", proposed, CustomerSigner.APPROVED);

        assertThat(refusal(() -> Bindings.decide(room, "zhao", proposed, CustomerSigner.APPROVED)).words().key()).isEqualTo("logistics.signer.was-approved");
        assertThat(gap(() -> Bindings.propose(room, "lu", EAST.fingerprint(), "Huadong Group", OURS))).isEqualTo("organisation logistics.signer.known.approved");
    }

    @Test
    @DisplayName("R-6.10: who proposes what somebody else proposes at the same time is told so at the field")
    void theSameAtTheSameTime() {
        FakeCompanyFile second = new FakeCompanyFile(DAY, RuleBook.of(List.of())).as("hu", Role.LOGISTICS_CLERK)
                .behind(() -> alone(() -> Bindings.propose(room, "lu", EAST.fingerprint(), "Huadong Group", OURS)));

        assertThat(gap(() -> Bindings.propose(room, second, EAST.fingerprint(), "Huadong Group", OURS)))
                .isEqualTo("organisation logistics.signer.known.proposed");

        assertThat(room.read(() -> room.signers.waiting(9))).extracting(CustomerSigner::proposedBy).containsExactly("lu");
    }

    @Test
    @DisplayName("R-6.10: who approves what somebody else ends at the same time does not bring it back")
    void endedAtTheSameTime() {
        String proposed = Bindings.propose(room, "lu", EAST.fingerprint(), "Huadong Group", OURS).id();
        FakeCompanyFile second = new FakeCompanyFile(DAY, RuleBook.of(List.of())).as("zhao", Role.SALES_HEAD)
                .behind(() -> alone(() -> Bindings.decide(room, "sun", proposed, CustomerSigner.ENDED)));

        assertThat(refusal(() -> Bindings.decide(room, second, proposed, CustomerSigner.APPROVED)).words().key()).isEqualTo("logistics.signer.was-ended");

        assertThat(room.read(() -> room.signers.all("", 9))).extracting(CustomerSigner::state).containsExactly(CustomerSigner.ENDED);
    }

    /** In a transaction that is not the test's. */
    private static void alone(Runnable other) {
        CompletableFuture.runAsync(other).join();
    }

    @Test
    @DisplayName("R-6.10: who may approve is told who proposes it, and who proposed it how it was decided")
    void theSecondPersonIsTold() {
        FakeCompanyFile company = new FakeCompanyFile(DAY, RuleBook.of(List.of())).as("lu", Role.LOGISTICS_CLERK);
        String proposed = Bindings.propose(room, company, EAST.fingerprint(), "Huadong Group", OURS).id();
        assertThat(company.told()).containsExactlyInAnyOrder(
                "sales.head logistics.signer.asked", "admin.security logistics.signer.asked", "company.leadership logistics.signer.asked");

        company.as("zhao", Role.SALES_HEAD);
        Bindings.decide(room, company, proposed, CustomerSigner.APPROVED);

        assertThat(company.told()).contains("lu logistics.signer.said.approved");
    }

    @Test
    @DisplayName("R-6.10: while no provider is trusted the form says what is to be done first and leads there")
    void aProviderFirst() {
        ProposeSigner propose = new ProposeSigner(room.signers, room.providers, room.clock, room.signerTask);
        assertThat(room.read(() -> propose.form(room.file.actor(), "")).missing()).isEmpty();
        for (Issuer provider : List.of(EAST, WEST)) {
            assertThat(room.read(() -> propose.form(room.file.actor(), "")).fields()).hasSize(4);
            FakeCompanyFile company = new FakeCompanyFile(DAY, RuleBook.of(List.of())).as("sun", Role.SECURITY_ADMINISTRATOR);
            room.command(() -> new RevokeProvider(room.providers).run(company, new Values(Map.of(
                    "subject", provider.fingerprint(), "on", DAY.toString(), "reason", "stolen key"))));
        }

        assertThat(room.read(() -> propose.form(room.file.actor(), "")).missing()).hasValueSatisfying(missing -> {
            assertThat(missing.words().key()).isEqualTo("logistics.signer.provider-first");
            assertThat(missing.address()).isEqualTo("logistics/providers");
        });
    }

    @Test
    @DisplayName("R-6.10: a customer that nobody knows is refused at its field; by name it is found as by number")
    void theCustomer() {
        assertThat(gap(() -> Bindings.propose(room, "lu", EAST.fingerprint(), "Huadong Group", "Nobody Ltd"))).isEqualTo("customer logistics.signer.no-customer");
        Bindings.propose(room, "lu", EAST.fingerprint(), "Huadong Group", "Huadong Machinery");
        assertThat(room.read(() -> room.signers.all("", 1)).get(0).customer().value()).isEqualTo(OURS);
    }

    @Test
    @DisplayName("R-6.10: logistics and the head of sales propose, the head of sales and security approve; what is approved can be ended only")
    void whoDecides() {
        assertThat(new ProposeSigner(room.signers, room.providers, room.clock, room.signerTask).roles()).containsExactlyInAnyOrder(Role.LOGISTICS_CLERK, Role.SALES_HEAD);
        DecideSigner decide = new DecideSigner(room.signers, room.providers, room.signerTask);
        assertThat(decide.roles()).containsExactlyInAnyOrder(Role.SALES_HEAD, Role.SECURITY_ADMINISTRATOR, Role.LEADERSHIP);
        Bindings.bind(room, EAST.fingerprint(), "Huadong Group", OURS);
        String bound = room.read(() -> room.signers.all("", 1)).get(0).id();
        assertThat(room.read(() -> decide.form(room.file.actor(), bound)).fields().get(1).options()).extracting(option -> option.value())
                .containsExactly(CustomerSigner.ENDED);
    }

    private static Refused refusal(Runnable what) {
        Refused refused = catchThrowableOfType(Refused.class, what::run);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private static String gap(Runnable what) {
        Refused.Gap gap = refusal(what).gaps().get(0);
        return gap.field() + " " + gap.message().key();
    }
}
