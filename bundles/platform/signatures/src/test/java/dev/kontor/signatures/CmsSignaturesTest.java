package dev.kontor.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.NotVerified.Fault;
import dev.kontor.api.signature.ProviderCertificate;
import dev.kontor.api.signature.SignedBy;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 6.2: a reliable electronic signature is verified (R-6.10)")
final class CmsSignaturesTest extends SignedReport {

    @Test
    @DisplayName("R-6.10: signer and time are read from it, through the offices between signer and provider")
    void signerAndTime() throws NotVerified {
        assertThat(verified(wang.sign(REPORT, AT), provider)).isEqualTo(new SignedBy("王伟, Oriental Equipment", AT, provider.fingerprint(), "Oriental Equipment"));
    }

    @Test
    @DisplayName("R-6.10: for whom was signed is the certificate's organisation, or all of its subject where it names none")
    void forWhom() throws NotVerified {
        Issuer alone = office.signer("CN=王伟,serialNumber=310104", FROM, UNTIL);
        assertThat(verified(alone.sign(REPORT, AT), provider).organisation()).contains("王伟", "310104");
        Issuer both = office.signer("CN=Huadong+O=Oriental\\, Ltd.", FROM, UNTIL);
        assertThat(verified(both.sign(REPORT, AT), provider).organisation()).as("as it is written, whatever stands beside it").isEqualTo("Oriental, Ltd.");
    }

    @Test
    @DisplayName("R-6.10: as text between two lines of dashes it is the same")
    void asText() throws NotVerified {
        String pem = "-----BEGIN PKCS7-----\n" + Base64.getMimeEncoder().encodeToString(wang.sign(REPORT, AT)) + "\n-----END PKCS7-----\n";
        assertThat(verified(pem.getBytes(UTF_8), provider).at()).isEqualTo(AT);
    }

    @Test
    @DisplayName("R-6.10: another document's signature, or one byte of the report, is refused")
    void anotherDocument() {
        byte[] altered = REPORT.clone();
        altered[altered.length - 1] ^= 1;
        assertThat(fault(altered, wang.sign(REPORT, AT), provider)).isEqualTo(Fault.OTHER_DOCUMENT);
        assertThat(fault(REPORT, wang.sign("another".getBytes(UTF_8), AT), provider)).isEqualTo(Fault.OTHER_DOCUMENT);
    }

    @Test
    @DisplayName("R-6.10: whom no trusted provider vouches for is refused; so is who only bears the provider's name")
    void untrusted() {
        Issuer pretender = Issuer.root("CN=East CA,O=East Trust,C=CN", FROM, UNTIL);
        assertThat(fault(REPORT, wang.sign(REPORT, AT))).isEqualTo(Fault.UNTRUSTED);
        assertThat(fault(REPORT, wang.sign(REPORT, AT), Issuer.root("CN=West CA", FROM, UNTIL))).isEqualTo(Fault.UNTRUSTED);
        assertThat(fault(REPORT, pretender.signer("CN=王伟", FROM, UNTIL).sign(REPORT, AT), provider)).isEqualTo(Fault.UNTRUSTED);
    }

    @Test
    @DisplayName("R-6.10: a signer's certificate vouches for nobody, and one that is not for signing signs nothing")
    void certificatesAreUsedForWhatTheyAreFor() {
        Issuer below = wang.signer("CN=Li", FROM, UNTIL);
        Issuer server = office.below("CN=www.example.cn", FROM, UNTIL, false, KeyUsage.keyEncipherment);
        assertThat(fault(REPORT, below.sign(REPORT, AT), provider)).isEqualTo(Fault.UNTRUSTED);
        assertThat(fault(REPORT, server.sign(REPORT, AT), provider)).isEqualTo(Fault.UNTRUSTED);
    }

    @Test
    @DisplayName("R-6.10: signed in the last second of the signer's certificate it counts, in the first after it it does not")
    void validWhenItWasMade() throws NotVerified {
        Issuer brief = office.signer("CN=Brief", FROM, AT);
        assertThat(verified(brief.sign(REPORT, AT), provider).at()).isEqualTo(AT);
        assertThat(fault(REPORT, brief.sign(REPORT, AT.plusSeconds(1)), provider)).isEqualTo(Fault.OUT_OF_DATE);
        assertThat(fault(REPORT, brief.sign(REPORT, FROM.minusSeconds(1)), provider)).isEqualTo(Fault.OUT_OF_DATE);
    }

    @Test
    @DisplayName("R-6.10: signed after the provider's own certificate ended, it is refused")
    void theProviderTooIsValidThen() throws NotVerified {
        Issuer ending = Issuer.root("CN=Ending CA", FROM, AT);
        Issuer signer = ending.signer("CN=Zhao", FROM, UNTIL);
        assertThat(verified(signer.sign(REPORT, AT), ending).at()).isEqualTo(AT);
        assertThat(fault(REPORT, signer.sign(REPORT, AT.plus(Duration.ofDays(1))), ending)).isEqualTo(Fault.OUT_OF_DATE);
    }

    @Test
    @DisplayName("R-6.10: without a time, or by a digest that can be forged, it proves nothing")
    void noTimeAndWeak() {
        assertThat(fault(REPORT, wang.signBarely(REPORT), provider)).isEqualTo(Fault.NO_TIME);
        assertThat(fault(REPORT, wang.sign(REPORT, AT, "SHA1withECDSA"), provider)).isEqualTo(Fault.WEAK);
    }

    @Test
    @DisplayName("R-6.10: a signature whose own algorithm names a weaker digest than the document's is refused")
    void weakBeneathAStrongDigest() {
        assertThat(fault(REPORT, wang.signSha256(REPORT, AT, "SHA1withECDSA"), provider)).isEqualTo(Fault.WEAK);
    }

    @Test
    @DisplayName("R-6.10: a certificate that can be forged vouches for nobody: issued by SHA-1, or with an RSA key below 2,048 bits")
    void weakCertificates() throws NotVerified {
        Issuer enough = office.signerWith(Issuer.rsa(2048), "SHA256withECDSA", FROM, UNTIL);
        assertThat(verified(enough.sign(REPORT, AT, "SHA256withRSA"), provider).at()).isEqualTo(AT);

        Issuer small = office.signerWith(Issuer.rsa(2040), "SHA256withECDSA", FROM, UNTIL);
        assertThat(fault(REPORT, small.sign(REPORT, AT, "SHA256withRSA"), provider)).isEqualTo(Fault.WEAK);
        Issuer old = office.signerWith(Issuer.rsa(2048), "SHA1withECDSA", FROM, UNTIL);
        assertThat(fault(REPORT, old.sign(REPORT, AT, "SHA256withRSA"), provider)).isEqualTo(Fault.WEAK);
    }

    @Test
    @DisplayName("R-6.10: a certificate for a web server signs no document, though its key may sign; one for documents or e-mail does")
    void forDocuments() throws NotVerified {
        assertThat(fault(REPORT, office.signerFor(KeyPurposeId.id_kp_serverAuth, FROM, UNTIL).sign(REPORT, AT), provider)).isEqualTo(Fault.UNTRUSTED);
        assertThat(verified(office.signerFor(KeyPurposeId.id_kp_emailProtection, FROM, UNTIL).sign(REPORT, AT), provider).at()).isEqualTo(AT);
    }

    @Test
    @DisplayName("R-6.10: a file that is no signature is refused, and so is every signature of which one byte is another")
    void noByteMayBeAnother() {
        assertThat(fault(REPORT, REPORT, provider)).isEqualTo(Fault.UNREADABLE);
        assertThat(fault(REPORT, new byte[0], provider)).isEqualTo(Fault.UNREADABLE);
        byte[] signature = wang.sign(REPORT, AT);
        for (int i = 0; i < signature.length; i++) {
            byte[] altered = signature.clone();
            altered[i] ^= 1;
            try {
                SignedBy told = verified(altered, provider);
                assertThat(told).as("byte %d belongs to nothing that is said", i)
                        .isEqualTo(new SignedBy("王伟, Oriental Equipment", AT, provider.fingerprint(), "Oriental Equipment"));
            } catch (NotVerified refused) {
                assertThat(refused.fault()).isNotNull();
            }
        }
    }

    @Test
    @DisplayName("R-6.10: a provider's certificate is read as text or bare; a signer's is none")
    void aProvidersCertificate() throws NotVerified {
        ProviderCertificate bare = signatures.certificate(provider.certificate());
        assertThat(bare).isEqualTo(signatures.certificate(provider.pem().getBytes(UTF_8)));
        assertThat(List.of(bare.subject(), bare.from(), bare.until())).containsExactly("East CA, East Trust", FROM, UNTIL);
        assertThat(catchThrowableOfType(NotVerified.class, () -> signatures.certificate(wang.certificate())).fault()).isEqualTo(Fault.NO_PROVIDER);
        assertThat(catchThrowableOfType(NotVerified.class, () -> signatures.certificate(REPORT)).fault()).isEqualTo(Fault.UNREADABLE);
    }
}
