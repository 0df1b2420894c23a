package dev.kontor.api.signature;

/** A signature or certificate that proves nothing, and why. */
public final class NotVerified extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. Whoever asks has the words for people. */
    public enum Fault {
        /** It is no certificate, or no detached signature (CMS) of one signer. */
        UNREADABLE,
        /** It is a signature in the national format for SM2 (GM/T 0010), which is not read here. */
        GM_FORMAT,
        /** It is the bare value of a signature (SM2, ECDSA): two numbers, without a certificate or a time. */
        BARE_VALUE,
        /** The certificate may not issue others: it is a signer's, not a provider's. */
        NO_PROVIDER,
        /** The picture is blank, or nearly: nothing is drawn in it that could be a signature. */
        BLANK,
        /** It signs another document, or the document was altered. */
        OTHER_DOCUMENT,
        /** It was altered, or not made with the key of the certificate that it carries. */
        FORGED,
        /** It, or a certificate that it rests on, was made in a way that can be forged nowadays. */
        WEAK,
        /** It does not say when it was made. */
        NO_TIME,
        /** None of the trusted providers vouches for its signer, or the signer's certificate is not for signing. */
        UNTRUSTED,
        /** The signer's or the provider's certificate was not valid when it was made. */
        OUT_OF_DATE
    }

    private final Fault fault;

    public NotVerified(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
