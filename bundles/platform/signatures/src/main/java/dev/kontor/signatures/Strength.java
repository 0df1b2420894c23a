package dev.kontor.signatures;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;

/** What cannot be forged nowadays; named are the algorithms that hold, so that one that nobody thought of does not. */
final class Strength {

    private static final int RSA_BITS = 2048;
    private static final int CURVE_BITS = 256;

    private static final Set<ASN1ObjectIdentifier> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512, GMObjectIdentifiers.sm3);

    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption, PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption, X9ObjectIdentifiers.ecdsa_with_SHA256, X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512, GMObjectIdentifiers.sm2sign_with_sm3);

    private Strength() {}

    /** A signature names the digest of the document, and beside it how it was made, which may name another digest. */
    static boolean holds(SignerInformation signer) {
        AlgorithmIdentifier made = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        return DIGESTS.contains(signer.getDigestAlgorithmID().getAlgorithm())
                && (PKCSObjectIdentifiers.rsaEncryption.equals(made.getAlgorithm()) || holds(made));
    }

    /** How it was issued, and its key. */
    static boolean holds(X509Certificate certificate, byte[] encoded) {
        return holds(Certificate.getInstance(encoded).getSignatureAlgorithm()) && holds(certificate.getPublicKey());
    }

    static boolean holds(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= RSA_BITS;
        }
        return key instanceof ECPublicKey curve && curve.getParams().getCurve().getField().getFieldSize() >= CURVE_BITS;
    }

    /** Whether a certificate's key, where it is one of a curve, is of a curve with a name (RFC 5480, 2.1.1); every other key is. */
    static boolean isOnNamedCurve(byte[] certificate) {
        AlgorithmIdentifier key = Certificate.getInstance(certificate).getSubjectPublicKeyInfo().getAlgorithm();
        return !X9ObjectIdentifiers.id_ecPublicKey.equals(key.getAlgorithm())
                || key.getParameters() instanceof ASN1ObjectIdentifier name && ECNamedCurveTable.getByOID(name) != null;
    }

    private static boolean holds(AlgorithmIdentifier made) {
        return PKCSObjectIdentifiers.id_RSASSA_PSS.equals(made.getAlgorithm())
                ? made.getParameters() != null && DIGESTS.contains(RSASSAPSSparams.getInstance(made.getParameters()).getHashAlgorithm().getAlgorithm())
                : SIGNATURES.contains(made.getAlgorithm());
    }
}
