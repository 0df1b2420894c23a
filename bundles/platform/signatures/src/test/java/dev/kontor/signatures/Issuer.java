package dev.kontor.signatures;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Somebody with a key and a certificate, made for a test: a provider, one of its offices, or who signs. */
public final class Issuer {

    private static final String SHA256 = "SHA256withECDSA";
    private static final Provider LIBRARY = new BouncyCastleProvider();
    private static long serial;

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final List<X509Certificate> above;

    private Issuer(KeyPair keys, X509Certificate certificate, List<X509Certificate> above) {
        this.keys = keys;
        this.certificate = certificate;
        this.above = above;
    }

    /** One that vouches for itself. */
    public static Issuer root(String name, Instant from, Instant until) {
        KeyPair keys = keys();
        return new Issuer(keys, issue(new X500Name(name), keys, new X500Name(name), keys, from, until, true, KeyUsage.keyCertSign), List.of());
    }

    public Issuer office(String name, Instant from, Instant until) {
        return below(name, from, until, true, KeyUsage.keyCertSign);
    }

    public Issuer signer(String name, Instant from, Instant until) {
        return below(name, from, until, false, KeyUsage.nonRepudiation);
    }

    Issuer below(String name, Instant from, Instant until, boolean issues, int use) {
        return below(name, keys(), from, until, new BasicConstraints(issues), use);
    }

    /** One that vouches for itself, and below which so many offices may stand between it and a signer. */
    static Issuer root(String name, Instant from, Instant until, int offices, int use) {
        KeyPair keys = keys();
        X500Name own = new X500Name(name);
        return new Issuer(keys, issue(own, keys, own, keys, from, until, new BasicConstraints(offices), use, SHA256, Optional.empty()), List.of());
    }

    /** The same with the same key, by a certificate of other days. */
    Issuer renewed(Instant from, Instant until) {
        X500Name own = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new Issuer(keys, issue(own, keys, own, keys, from, until, true, KeyUsage.keyCertSign), above);
    }

    /** An office below which so many further ones may stand. */
    Issuer office(String name, Instant from, Instant until, int offices) {
        return below(name, keys(), from, until, new BasicConstraints(offices), KeyUsage.keyCertSign);
    }

    private Issuer below(String name, KeyPair own, Instant from, Instant until, BasicConstraints constraints, int use) {
        List<X509Certificate> chain = new ArrayList<>(above);
        chain.add(certificate);
        X500Name by = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new Issuer(own, issue(new X500Name(name), own, by, keys, from, until, constraints, use, SHA256, Optional.empty()), chain);
    }

    /** A key of the curve that SM2 is named after. */
    static KeyPair sm2() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", LIBRARY);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One whose certificate is for something, {@code 1.3.6.1.5.5.7.3.1}. */
    Issuer signerFor(KeyPurposeId purpose, Instant from, Instant until) {
        return issued("CN=For", keys(), SHA256, from, until, Optional.of(purpose));
    }

    /** One with this key, whose certificate was issued in this way. */
    Issuer signerWith(KeyPair key, String algorithm, Instant from, Instant until) {
        return issued("CN=With", key, algorithm, from, until, Optional.empty());
    }

    private Issuer issued(String name, KeyPair own, String algorithm, Instant from, Instant until, Optional<KeyPurposeId> purpose) {
        List<X509Certificate> chain = new ArrayList<>(above);
        chain.add(certificate);
        X500Name by = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new Issuer(own, issue(new X500Name(name), own, by, keys, from, until, new BasicConstraints(false), KeyUsage.digitalSignature, algorithm, purpose), chain);
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] certificate() {
        return encoded(certificate);
    }

    public String pem() {
        return Certificates.pem(certificate);
    }

    public String fingerprint() {
        return Certificates.fingerprint(certificate);
    }

    /** A detached signature with the certificates up to the provider's. */
    public byte[] sign(byte[] document, Instant at) {
        return sign(document, at, SHA256);
    }

    byte[] sign(byte[] document, Instant at, String algorithm) {
        return sign(document, at, algorithm, new JcaSignerInfoGeneratorBuilder(digests()));
    }

    /** Over a SHA-256 of the document, whatever the way. */
    byte[] signSha256(byte[] document, Instant at, String algorithm) {
        return sign(document, at, algorithm, new JcaSignerInfoGeneratorBuilder(digests())
                .setContentDigest(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)));
    }

    private byte[] sign(byte[] document, Instant at, String algorithm, JcaSignerInfoGeneratorBuilder info) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
        return signed(document, algorithm, info.setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes))));
    }

    /** One that says nothing but that it is a signature. */
    byte[] signBarely(byte[] document) {
        return signed(document, SHA256, new JcaSignerInfoGeneratorBuilder(digests()).setDirectSignature(true));
    }

    private byte[] signed(byte[] document, String algorithm, JcaSignerInfoGeneratorBuilder info) {
        try {
            List<X509Certificate> chain = new ArrayList<>(above);
            chain.add(certificate);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(info.build(new JcaContentSignerBuilder(algorithm).setProvider(LIBRARY).build(keys.getPrivate()), certificate));
            generator.addCertificates(new JcaCertStore(chain));
            return generator.generate(new CMSProcessableByteArray(document), false).getEncoded();
        } catch (CMSException | GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DigestCalculatorProvider digests() {
        try {
            return new JcaDigestCalculatorProviderBuilder().setProvider(LIBRARY).build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate issue(
            X500Name name, KeyPair own, X500Name by, KeyPair issuer, Instant from, Instant until, boolean issues, int use) {
        return issue(name, own, by, issuer, from, until, new BasicConstraints(issues), use, SHA256, Optional.empty());
    }

    private static X509Certificate issue(
            X500Name name, KeyPair own, X500Name by, KeyPair issuer, Instant from, Instant until, BasicConstraints constraints, int use, String algorithm,
            Optional<KeyPurposeId> purpose) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(by, BigInteger.valueOf(++serial),
                    Date.from(from), Date.from(until), name, own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, constraints);
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(use));
            if (purpose.isPresent()) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.get()));
            }
            return new JcaX509CertificateConverter().setProvider(LIBRARY)
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(issuer.getPrivate())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
