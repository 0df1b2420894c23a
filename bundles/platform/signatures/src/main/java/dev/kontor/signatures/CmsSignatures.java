package dev.kontor.signatures;

import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.NotVerified.Fault;
import dev.kontor.api.signature.ProviderCertificate;
import dev.kontor.api.signature.SignedBy;
import dev.kontor.api.signature.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.CMSVerifierCertificateNotValidException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.osgi.service.component.annotations.Component;

/** Checks with Bouncy Castle, whose provider is used here and registered nowhere: the platform's other cryptography stays as it is. */
@Component
public final class CmsSignatures implements Signatures {

    private final Provider library = new BouncyCastleProvider();
    private final Certificates certificates = new Certificates(library);

    @Override
    public ProviderCertificate certificate(byte[] content) throws NotVerified {
        X509Certificate certificate = certificates.read(content);
        if (!Certificates.mayIssue(certificate)) {
            throw new NotVerified(Fault.NO_PROVIDER);
        }
        return new ProviderCertificate(
                Certificates.fingerprint(certificate), Certificates.name(certificate), certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(), Certificates.pem(certificate));
    }

    @Override
    public SignedBy verify(byte[] document, byte[] signature, Collection<String> trusted) throws NotVerified {
        List<X509Certificate> providers = new ArrayList<>();
        for (String pem : trusted) {
            providers.add(certificates.read(pem.getBytes(StandardCharsets.US_ASCII)));
        }
        try {
            return verified(document, signature, providers);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | IndexOutOfBoundsException
                | NoSuchElementException | RuntimeOperatorException garbled) { // how the library says, late, that a file from outside is no signature
            throw new NotVerified(Fault.UNREADABLE);
        }
    }

    @Override
    public void drawn(byte[] picture) throws NotVerified {
        if (!Ink.of(Pictures.read(picture)).couldBeASignature()) {
            throw new NotVerified(Fault.BLANK);
        }
    }

    private SignedBy verified(byte[] document, byte[] signature, List<X509Certificate> providers) throws NotVerified {
        CMSSignedData signed = read(document, signature);
        SignerInformation signer = signer(signed);
        X509Certificate own = certificates.of(certificate(signed, signer));
        Instant at = time(signer);
        demandMade(signer, own);
        X509Certificate provider = certificates.provider(own, certificates.of(signed), providers, at);
        return new SignedBy(Certificates.name(own), at, Certificates.fingerprint(provider), Certificates.organisation(own));
    }

    /** What it says that it signs counts for nothing: the document is ours. */
    private static CMSSignedData read(byte[] document, byte[] signature) throws NotVerified {
        byte[] bare = Pem.bare(signature);
        if (NationalFormat.frames(bare)) {
            throw new NotVerified(Fault.GM_FORMAT);
        }
        if (NationalFormat.isBare(bare)) {
            throw new NotVerified(Fault.BARE_VALUE);
        }
        try {
            return new CMSSignedData(new CMSProcessableByteArray(document), bare);
        } catch (CMSException garbled) {
            throw new NotVerified(Fault.UNREADABLE);
        }
    }

    private static SignerInformation signer(CMSSignedData signed) throws NotVerified {
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw new NotVerified(Fault.UNREADABLE);
        }
        return signers.iterator().next();
    }

    private static X509CertificateHolder certificate(CMSSignedData signed, SignerInformation signer) throws NotVerified {
        return signed.getCertificates().getMatches(null).stream()
                .filter(signer.getSID()::match)
                .findFirst()
                .orElseThrow(() -> new NotVerified(Fault.UNREADABLE));
    }

    /** Signed with the document, so that nobody could put another there. */
    private static Instant time(SignerInformation signer) throws NotVerified {
        AttributeTable attributes = signer.getSignedAttributes();
        if (attributes == null || attributes.get(CMSAttributes.signingTime) == null) {
            throw new NotVerified(Fault.NO_TIME);
        }
        return Time.getInstance(attributes.get(CMSAttributes.signingTime).getAttrValues().getObjectAt(0)).getDate().toInstant();
    }

    private void demandMade(SignerInformation signer, X509Certificate certificate) throws NotVerified {
        if (NationalFormat.names(signer)) {
            throw new NotVerified(Fault.GM_FORMAT);
        }
        if (!Strength.holds(signer)) {
            throw new NotVerified(Fault.WEAK);
        }
        try {
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(library).build(certificate))) {
                throw new NotVerified(Fault.FORGED);
            }
        } catch (CMSSignerDigestMismatchException other) {
            throw new NotVerified(Fault.OTHER_DOCUMENT);
        } catch (CMSVerifierCertificateNotValidException early) {
            throw new NotVerified(Fault.OUT_OF_DATE);
        } catch (CMSException | OperatorCreationException garbled) {
            throw new NotVerified(Fault.FORGED);
        }
    }
}
