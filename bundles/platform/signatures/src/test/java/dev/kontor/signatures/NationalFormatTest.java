package dev.kontor.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.NotVerified.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 6.2: signatures with SM2 (R-6.10)")
final class NationalFormatTest extends SignedReport {

    @Test
    @DisplayName("R-6.10: SM2 with SM3 is checked where it comes as CMS; in the national format (GM/T 0010) it is refused as that")
    void theNationalFormat() throws NotVerified {
        Issuer signer = office.signerWith(Issuer.sm2(), "SHA256withECDSA", FROM, UNTIL);
        byte[] cms = signer.sign(REPORT, AT, "SM3withSM2");
        assertThat(verified(cms, provider).at()).isEqualTo(AT);

        assertThat(fault(replaced(cms, "1.2.840.113549.1.7.2", "1.2.156.10197.6.1.4.2.2"), provider)).as("its frame").isEqualTo(Fault.GM_FORMAT);
        assertThat(fault(replaced(cms, "1.2.156.10197.1.501", "1.2.156.10197.1.301"), provider)).as("its algorithm").isEqualTo(Fault.GM_FORMAT);
    }

    @Test
    @DisplayName("R-6.10: a bare value of SM2 (GM/T 0009), two numbers without certificate and time, is refused as that; three numbers or a negative one are nothing known")
    void aBareValue() throws NotVerified {
        byte[] value = numbers(BigInteger.TEN.pow(70), BigInteger.ONE);

        assertThat(fault(value, provider)).isEqualTo(Fault.BARE_VALUE);
        assertThat(fault(numbers(BigInteger.ONE, BigInteger.ONE, BigInteger.ONE), provider)).isEqualTo(Fault.UNREADABLE);
        assertThat(fault(numbers(BigInteger.ONE, BigInteger.ONE.negate()), provider)).isEqualTo(Fault.UNREADABLE);
    }

    private static byte[] numbers(BigInteger... all) {
        try {
            return new DERSequence(Stream.of(all).map(ASN1Integer::new).toArray(ASN1Integer[]::new)).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same file with another name for something in it. */
    private static byte[] replaced(byte[] file, String from, String to) {
        try {
            return replaced(ASN1Primitive.fromByteArray(file), new ASN1ObjectIdentifier(from), new ASN1ObjectIdentifier(to)).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ASN1Primitive replaced(ASN1Primitive part, ASN1ObjectIdentifier from, ASN1ObjectIdentifier to) {
        if (part instanceof ASN1Sequence parts) {
            ASN1EncodableVector all = new ASN1EncodableVector();
            parts.forEach(each -> all.add(replaced(each.toASN1Primitive(), from, to)));
            return new BERSequence(all);
        }
        if (part instanceof ASN1Set parts && parts.size() == 1) {
            return new DERSet(replaced(parts.getObjectAt(0).toASN1Primitive(), from, to));
        }
        if (part instanceof ASN1TaggedObject tagged && tagged.isExplicit()) {
            return new BERTaggedObject(true, tagged.getTagNo(), replaced(tagged.getExplicitBaseObject().toASN1Primitive(), from, to));
        }
        return part.equals(from) ? to : part;
    }
}
