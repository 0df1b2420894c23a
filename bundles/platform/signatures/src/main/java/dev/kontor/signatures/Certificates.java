package dev.kontor.signatures;

import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.NotVerified.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;

/**
 * Certificates, and who vouches for whom (RFC 5280). No list of revoked certificates is read, and nothing asked over the network: who
 * revokes a provider says so here.
 */
final class Certificates {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int CERTIFICATE_SIGNATURE = 5;
    /** Anything, e-mail, documents (RFC 9336), and what Microsoft and Adobe called those before. */
    private static final Set<String> FOR_DOCUMENTS = Set.of(
            "2.5.29.37.0", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12", "1.2.840.113583.1.1.5");

    private final Provider library;

    Certificates(Provider library) {
        this.library = library;
    }

    X509Certificate read(byte[] content) throws NotVerified {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", library);
            if (factory.generateCertificate(new ByteArrayInputStream(Pem.bare(content))) instanceof X509Certificate found) {
                return known(found);
            }
            throw new NotVerified(Fault.UNREADABLE);
        } catch (CertificateException | IllegalArgumentException garbled) {
            throw new NotVerified(Fault.UNREADABLE);
        }
    }

    X509Certificate of(X509CertificateHolder holder) throws NotVerified {
        try {
            return known(new JcaX509CertificateConverter().setProvider(library).getCertificate(holder));
        } catch (CertificateException garbled) {
            throw new NotVerified(Fault.UNREADABLE);
        }
    }

    /** One whose key the library can read: over a curve that nobody named it stumbles. */
    private static X509Certificate known(X509Certificate certificate) throws NotVerified {
        if (!Strength.isOnNamedCurve(encoded(certificate))) {
            throw new NotVerified(Fault.UNREADABLE);
        }
        return certificate;
    }

    /** Those that a signature carries. */
    List<X509Certificate> of(CMSSignedData signed) throws NotVerified {
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
            all.add(of(holder));
        }
        return all;
    }

    /** Which of the trusted ones vouched at that time for a certificate that is for signing. */
    X509Certificate provider(X509Certificate signer, List<X509Certificate> between, List<X509Certificate> trusted, Instant at)
            throws NotVerified {
        List<PKIXCertPathBuilderResult> paths = new ArrayList<>();
        if (isForSigning(signer)) {
            trusted.stream().filter(Certificates::mayIssue).forEach(each -> path(signer, between, each, at).ifPresent(paths::add));
        }
        if (paths.isEmpty()) {
            throw new NotVerified(Fault.UNTRUSTED);
        }
        PKIXCertPathBuilderResult path = paths.stream()
                .filter(each -> isValid(each.getTrustAnchor().getTrustedCert(), at))
                .findFirst()
                .orElseThrow(() -> new NotVerified(Fault.OUT_OF_DATE));
        X509Certificate provider = path.getTrustAnchor().getTrustedCert();
        demandStrong(path.getCertPath().getCertificates(), provider);
        return provider;
    }

    private Optional<PKIXCertPathBuilderResult> path(X509Certificate signer, List<X509Certificate> between, X509Certificate trusted, Instant at) {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        try {
            PKIXBuilderParameters asked = new PKIXBuilderParameters(Set.of(new TrustAnchor(trusted, null)), target);
            asked.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between), library));
            asked.setRevocationEnabled(false);
            asked.setDate(Date.from(at));
            PKIXCertPathBuilderResult found = (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX", library).build(asked);
            return Optional.of(found).filter(Certificates::isShortEnough);
        } catch (CertPathBuilderException nobody) {
            return Optional.empty();
        } catch (GeneralSecurityException defect) {
            throw new UnsupportedOperationException("The library has no PKIX.", defect);
        }
    }

    /** What is trusted the library takes as it is: how many offices the provider's own certificate allows is asked here (RFC 5280, 6.1.1). */
    private static boolean isShortEnough(PKIXCertPathBuilderResult path) {
        return path.getCertPath().getCertificates().size() - 1 <= path.getTrustAnchor().getTrustedCert().getBasicConstraints();
    }

    /** Whether it vouches for others: it says so, and its key is for that unless it does not say what its key is for. */
    static boolean mayIssue(X509Certificate certificate) {
        boolean[] uses = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (uses == null || uses[CERTIFICATE_SIGNATURE]);
    }

    private static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant()) && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /** By whom the provider's own certificate was issued counts for nothing: the company trusts it as it is. */
    private static void demandStrong(List<? extends Certificate> path, X509Certificate provider) throws NotVerified {
        for (Certificate each : path) {
            if (!Strength.holds((X509Certificate) each, encoded((X509Certificate) each))) {
                throw new NotVerified(Fault.WEAK);
            }
        }
        if (!Strength.holds(provider.getPublicKey())) {
            throw new NotVerified(Fault.WEAK);
        }
    }

    /** A certificate that does not say what it is for is for everything; a web server's is for no document. */
    private static boolean isForSigning(X509Certificate certificate) throws NotVerified {
        try {
            boolean[] uses = certificate.getKeyUsage();
            List<String> purposes = certificate.getExtendedKeyUsage();
            return (uses == null || uses[DIGITAL_SIGNATURE] || uses[NON_REPUDIATION])
                    && (purposes == null || purposes.stream().anyMatch(FOR_DOCUMENTS::contains));
        } catch (CertificateParsingException garbled) {
            throw new NotVerified(Fault.UNREADABLE);
        }
    }

    /** The name and the organisation, or all of the subject where it has neither. */
    static String name(X509Certificate certificate) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        String name = Stream.of(BCStyle.CN, BCStyle.O)
                .flatMap(part -> first(subject, part))
                .distinct()
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? subject.toString() : name;
    }

    /** For whom it signs: the organisation, or all of the subject where that names none. */
    static String organisation(X509Certificate certificate) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return first(subject, BCStyle.O).map(String::strip).filter(named -> !named.isEmpty()).findFirst().orElseGet(subject::toString);
    }

    private static Stream<String> first(X500Name subject, ASN1ObjectIdentifier part) {
        return Stream.of(subject.getRDNs(part))
                .flatMap(several -> Stream.of(several.getTypesAndValues()))
                .filter(each -> each.getType().equals(part))
                .limit(1)
                .map(each -> each.getValue() instanceof ASN1String words ? words.getString() : IETFUtils.valueToString(each.getValue()));
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(certificate)));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("Every Java has SHA-256.", defect);
        }
    }

    static String pem(X509Certificate certificate) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded(certificate));
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException defect) {
            throw new IllegalStateException("What was read can be written.", defect);
        }
    }
}
