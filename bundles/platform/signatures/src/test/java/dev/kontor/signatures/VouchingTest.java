package dev.kontor.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.NotVerified.Fault;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 6.2: who may vouch for a signer, and who may sign (R-6.10, RFC 5280)")
final class VouchingTest extends SignedReport {

    @Test
    @DisplayName("R-6.10: below a provider stand no more offices than its certificate allows, nor below an office")
    void noLongerThanAllowed() throws NotVerified {
        Issuer alone = Issuer.root("CN=Alone CA", FROM, UNTIL, 0, KeyUsage.keyCertSign);
        assertThat(verified(alone.signer("CN=A", FROM, UNTIL).sign(REPORT, AT), alone).at()).isEqualTo(AT);
        assertThat(fault(alone.office("CN=O", FROM, UNTIL).signer("CN=A", FROM, UNTIL).sign(REPORT, AT), alone)).isEqualTo(Fault.UNTRUSTED);

        Issuer last = provider.office("CN=Last", FROM, UNTIL, 0);
        assertThat(verified(last.signer("CN=B", FROM, UNTIL).sign(REPORT, AT), provider).at()).isEqualTo(AT);
        assertThat(fault(last.office("CN=Beyond", FROM, UNTIL).signer("CN=B", FROM, UNTIL).sign(REPORT, AT), provider)).isEqualTo(Fault.UNTRUSTED);
    }

    @Test
    @DisplayName("R-6.10: whose key is not for certificates vouches for nobody, be it an office or a provider, and is trusted by nobody")
    void onlyAKeyForCertificatesVouches() {
        Issuer office = provider.below("CN=No office", FROM, UNTIL, true, KeyUsage.digitalSignature);
        assertThat(fault(office.signer("CN=C", FROM, UNTIL).sign(REPORT, AT), provider)).isEqualTo(Fault.UNTRUSTED);

        Issuer root = Issuer.root("CN=No provider", FROM, UNTIL, 3, KeyUsage.cRLSign);
        assertThat(fault(root.signer("CN=D", FROM, UNTIL).sign(REPORT, AT), root)).isEqualTo(Fault.UNTRUSTED);
        assertThat(catchThrowableOfType(NotVerified.class, () -> signatures.certificate(root.certificate())).fault()).isEqualTo(Fault.NO_PROVIDER);
    }

    @Test
    @DisplayName("R-6.10: a key for signatures or for what cannot be denied signs, one for certificates or for encryption does not")
    void onlyAKeyForSignaturesSigns() throws NotVerified {
        for (int use : new int[] {KeyUsage.digitalSignature, KeyUsage.nonRepudiation}) {
            assertThat(verified(office.below("CN=E", FROM, UNTIL, false, use).sign(REPORT, AT), provider).at()).isEqualTo(AT);
        }
        for (int use : new int[] {KeyUsage.keyCertSign, KeyUsage.dataEncipherment}) {
            assertThat(fault(office.below("CN=F", FROM, UNTIL, false, use).sign(REPORT, AT), provider)).isEqualTo(Fault.UNTRUSTED);
        }
    }

    @Test
    @DisplayName("R-6.10: a provider's older certificate with the same key does not stand in the way of the newer one")
    void ofTwoThatVouchTheValidOneCounts() throws NotVerified {
        Issuer ended = provider.renewed(FROM, AT.minusSeconds(1));
        List<String> both = List.of(ended.pem(), provider.pem());
        assertThat(signatures.verify(REPORT, wang.sign(REPORT, AT), both).provider()).isEqualTo(provider.fingerprint());
    }
}
