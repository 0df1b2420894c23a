package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.logistics.acceptance.CheckItems;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.acceptance.Proof;
import dev.kontor.logistics.evidence.RevokeProvider;
import dev.kontor.logistics.evidence.TrustProvider;
import dev.kontor.logistics.page.AcceptanceView;
import dev.kontor.logistics.page.JourneyView;
import dev.kontor.logistics.page.LogisticsTab;
import dev.kontor.logistics.page.PreAcceptanceView;
import dev.kontor.logistics.page.ShipmentView;
import dev.kontor.logistics.shipment.Signature;
import dev.kontor.signatures.CmsSignatures;
import dev.kontor.signatures.Issuer;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.RuleBook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.2: what proves an acceptance besides pen and seal (R-6.10)")
final class EvidenceTest {

    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2030-01-01T00:00:00Z");
    private static final Issuer PROVIDER = Issuer.root("CN=East CA", FROM, UNTIL);
    private static final Issuer WANG = PROVIDER.office("CN=East CA 2", FROM, UNTIL).signer("CN=王伟,O=Oriental", FROM, UNTIL);

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    private void arrived(Order order) {
        room = new LogisticsRoom(dialect, order);
        room.finished("K-1");
        room.finished("K-2");
        room.look();
        room.send("K-1", "K-2");
        room.arriveToday();
    }

    private void checked() {
        arrived(LogisticsRoom.twoMachines(false));
        room.checkAll();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void run(CompanyCommand command, LocalDate day, Map<String, Object> values) {
        FakeCompanyFile company = new FakeCompanyFile(day, RuleBook.of(List.of())).as("sun", Role.SECURITY_ADMINISTRATOR);
        room.command(() -> command.run(company, new Values(values)));
    }

    private TrustProvider trusting() {
        return new TrustProvider(room.providers, room.papers, new CmsSignatures());
    }

    private Map<String, Object> provider(byte[] certificate, LocalDate from, LocalDate until) {
        return Map.of("name", "East", "certificate", room.papers.take("ca.cer", certificate), "from", from.toString(), "until", until.toString());
    }

    private void trust(LocalDate from, LocalDate until) {
        run(trusting(), DAY, provider(PROVIDER.certificate(), from, until));
        if (room.read(() -> room.signers.all("", 1)).isEmpty()) {
            Bindings.bind(room, PROVIDER.fingerprint(), "Oriental", "C-0001");
        }
    }

    private Document report() {
        return room.read(() -> room.acceptances.report(room.file, room.shipments.find(room.file.number(), 1).orElseThrow(), Acceptance.ARRIVAL))
                .orElseThrow();
    }

    private Map<String, Object> signed(byte[] content, Instant at) {
        return Map.of("signature", room.papers.take("report.p7s", WANG.sign(content, at)), "authority", "PoA 3");
    }

    private Map<String, Object> signedNow() {
        return signed(room.papers.content(report().digest()), room.file.now());
    }

    private String why(Map<String, Object> values) {
        List<Refused.Gap> gaps = room.refused(room.signElectronically(), values).gaps();
        assertThat(gaps).singleElement().satisfies(gap -> assertThat(gap.field()).isEqualTo("signature"));
        return gaps.get(0).message().key();
    }

    @Test
    @DisplayName("R-6.10: an electronic signature that a trusted provider vouches for delivers; signer, time, provider and the report's digest are kept")
    void anElectronicSignatureDelivers() {
        checked();
        trust(DAY, DAY);
        Document report = report();

        room.run(room.signElectronically(), signedNow());

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
        Signature signature = room.shipment(1).signature(Acceptance.ARRIVAL);
        assertThat(List.of(signature.signatory(), signature.authority(), signature.seal(), signature.signedOn().orElseThrow()))
                .containsExactly("王伟, Oriental", "PoA 3", Proof.ELECTRONIC, DAY);
        Proof proof = room.read(() -> room.acceptances.proof(room.shipment(1), Acceptance.ARRIVAL)).orElseThrow();
        assertThat(List.of(proof.signer(), proof.signedAt(), proof.provider(), proof.providerName(), proof.organisation(), proof.report(), proof.digest()))
                .containsExactly("王伟, Oriental", room.file.now().truncatedTo(ChronoUnit.SECONDS), PROVIDER.fingerprint(), "East", "Oriental",
                        report.id(), report.digest());
        assertThat(room.file.documents()).filteredOn(each -> each.kind().value().equals("logistics.acceptance"))
                .singleElement()
                .satisfies(filed -> assertThat(filed.digest()).isEqualTo(signature.digest()));
    }

    @Test
    @DisplayName("R-6.10: for whom was signed stands beside who signed; what was taken in before that was asked is read without it")
    void whatWasTakenInBefore() {
        checked();
        trust(DAY, DAY);
        room.run(room.signElectronically(), signedNow());
        assertThat(shown()).contains("logistics.signer.organisation", "Oriental", "East", report().digest());

        room.command(() -> room.store.unit("logistics").createNativeQuery("UPDATE logistics_proof SET organisation = DEFAULT").executeUpdate());

        assertThat(shown()).contains("王伟, Oriental", "East", report().digest()).doesNotContain("logistics.signer.organisation");
    }

    private String shown() {
        ShipmentView view = new ShipmentView(room.shipments, new JourneyView(room.incidents), new AcceptanceView(room.acceptances));
        return room.read(() -> new LogisticsTab(room.shipments, view, new PreAcceptanceView(room.preAcceptances), room.signers).show(room.file).toString());
    }

    @Test
    @DisplayName("R-6.8, R-6.10: what is signed says what was found; until everything was looked at nothing is signed, however")
    void whatIsSignedSaysWhatWasFound() {
        arrived(LogisticsRoom.twoMachines(false));
        trust(DAY, DAY);
        Document blank = report();
        assertThat(room.refused(room.signElectronically(), signedNow()).toString()).contains("logistics.unchecked");

        room.checkAll();

        assertThat(report().digest()).isNotEqualTo(blank.digest());
        assertThat(room.printer.printed().get(room.printer.printed().size() - 1).toString()).contains("logistics.finding." + Item.RIGHT);
        assertThat(why(signed(room.papers.content(blank.digest()), room.file.now()))).isEqualTo("logistics.proof.other-document");
        room.run(new CheckItems(room.shipments, room.acceptances), Map.of());
        assertThat(room.file.documents()).filteredOn(each -> each.digest().equals(report().digest())).as("the same is not filed again").hasSize(1);
    }

    @Test
    @DisplayName("R-6.10: a file that is no signature, another document's, or an untrusted provider's is refused at its field")
    void whatProvesNothingIsRefused() {
        checked();
        assertThat(room.read(() -> room.signElectronically().offered(room.file, Optional.empty()))).as("before a provider is trusted").isFalse();
        run(trusting(), DAY, provider(Issuer.root("CN=West CA", FROM, UNTIL).certificate(), DAY, DAY));
        assertThat(why(signedNow())).isEqualTo("logistics.proof.untrusted");
        trust(DAY, DAY);

        assertThat(why(signed("another report".getBytes(StandardCharsets.UTF_8), room.file.now()))).isEqualTo("logistics.proof.other-document");
        Upload none = room.papers.take("report.p7s", "no signature".getBytes(StandardCharsets.UTF_8));
        assertThat(why(Map.of("signature", none, "authority", "PoA 3"))).isEqualTo("logistics.proof.unreadable");
        assertThat(room.file.machines()).noneMatch(machine -> machine.has(MilestoneName.LOGISTICS_DELIVERED));
    }

    @Test
    @DisplayName("R-6.10: signed on the provider's last day counts, signed on the day after it does not; nor before the first")
    void theProvidersDays() {
        checked();
        trust(DAY.minusDays(9), DAY.minusDays(1));
        assertThat(why(signedNow())).isEqualTo("logistics.proof.not-trusted-then");
        trust(DAY.plusDays(1), DAY.plusDays(9));
        assertThat(why(signedNow())).isEqualTo("logistics.proof.not-trusted-then");

        trust(DAY, DAY);
        room.run(room.signElectronically(), signedNow());

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Test
    @DisplayName("R-6.10: from the day on which a provider is revoked nothing is taken in, whenever it says it was signed; it is not trusted again")
    void aRevokedProvider() {
        checked();
        trust(DAY, DAY.plusDays(99));
        Map<String, Object> signed = signedNow();
        run(new RevokeProvider(room.providers), DAY, Map.of("subject", PROVIDER.fingerprint(), "on", DAY.plusDays(1).toString(), "reason", "stolen key"));
        room.file.setToday(DAY.plusDays(1));
        assertThat(room.read(() -> room.signElectronically().offered(room.file, Optional.empty()))).isFalse();
        run(trusting(), DAY, provider(Issuer.root("CN=West CA", FROM, UNTIL).certificate(), DAY, DAY.plusDays(99)));
        assertThat(why(signed)).isEqualTo("logistics.proof.revoked");
        assertThat(catchThrowableOfType(Refused.class, () -> trust(DAY, DAY)).gaps()).extracting(Refused.Gap::field).containsExactly("certificate");

        room.file.setToday(DAY);
        room.run(room.signElectronically(), signed);

        assertThat(room.file.milestones()).as("a day before").contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Test
    @DisplayName("R-6.10: a time that is still to come, or before the report was printed, is refused")
    void aTimeThatCannotBe() {
        checked();
        trust(DAY.minusDays(99), DAY.plusDays(99));
        byte[] report = room.papers.content(report().digest());
        assertThat(why(signed(report, room.file.now().plus(Duration.ofMinutes(6))))).isEqualTo("logistics.proof.ahead");
        assertThat(why(signed(report, report().filedAt().minus(Duration.ofMinutes(6))))).isEqualTo("logistics.proof.before-the-report");

        room.run(room.signElectronically(), signed(report, report().filedAt().minus(Duration.ofMinutes(4))));

        assertThat(room.file.milestones()).as("clocks differ a little").contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Test
    @DisplayName("R-6.10: a provider's days are in order, and what is no provider's certificate is refused at its field")
    void trustingAProvider() {
        checked();
        assertThat(catchThrowableOfType(Refused.class, () -> trust(DAY, DAY.minusDays(1))).gaps()).extracting(Refused.Gap::field).containsExactly("until");
        assertThat(catchThrowableOfType(Refused.class, () -> run(trusting(), DAY, provider(WANG.certificate(), DAY, DAY))).gaps())
                .extracting(gap -> gap.field() + " " + gap.message().key())
                .containsExactly("certificate logistics.provider.is-a-signers");
    }
}
