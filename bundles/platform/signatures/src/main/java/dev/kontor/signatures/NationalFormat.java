package dev.kontor.signatures;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;

/**
 * The national format of signatures with SM2 (GM/T 0010). It looks like CMS, under names of its own, and may sign the document without
 * a time; the library checks SM2 as CMS names it only.
 */
final class NationalFormat {

    private static final ASN1ObjectIdentifier CONTENTS = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2");

    /** The key's algorithm and the signature's, which do not say with which digest. */
    private static final Set<ASN1ObjectIdentifier> SM2 = Set.of(GMObjectIdentifiers.sm2p256v1, GMObjectIdentifiers.sm2sign);

    private NationalFormat() {}

    /** Whether the file says that it is one. */
    static boolean frames(byte[] signature) {
        return parts(signature)
                .filter(parts -> parts.size() > 0 && parts.getObjectAt(0) instanceof ASN1ObjectIdentifier name && name.on(CONTENTS))
                .isPresent();
    }

    /** Whether it is nothing but a value of SM2 (GM/T 0009): r and s. One of ECDSA looks the same. */
    static boolean isBare(byte[] signature) {
        return parts(signature).filter(parts -> parts.size() == 2 && isNumber(parts.getObjectAt(0)) && isNumber(parts.getObjectAt(1))).isPresent();
    }

    private static boolean isNumber(ASN1Encodable part) {
        return part instanceof ASN1Integer number && number.getPositiveValue().equals(number.getValue());
    }

    private static Optional<ASN1Sequence> parts(byte[] signature) {
        try {
            return Optional.ofNullable(ASN1Primitive.fromByteArray(signature)).filter(ASN1Sequence.class::isInstance).map(ASN1Sequence.class::cast);
        } catch (IOException garbled) {
            return Optional.empty();
        }
    }

    /** Whether the signature was made as that format has it, whatever the frame. */
    static boolean names(SignerInformation signer) {
        return SM2.contains(signer.toASN1Structure().getDigestEncryptionAlgorithm().getAlgorithm());
    }
}
