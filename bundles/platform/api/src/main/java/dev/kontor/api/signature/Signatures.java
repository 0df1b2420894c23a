package dev.kontor.api.signature;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Checks electronic signatures: detached ones in CMS (RFC 5652), over every byte of a document; and whether something is drawn where a
 * signature was. Thread-safe; keeps nothing.
 */
@ProviderType
public interface Signatures {

    /**
     * Reads a provider's certificate, X.509 as PEM or DER.
     *
     * @throws NotVerified {@code UNREADABLE}; {@code NO_PROVIDER}
     */
    ProviderCertificate certificate(byte[] content) throws NotVerified;

    /**
     * Who has signed the document, and when.
     *
     * @param signature as PEM or DER, with the certificates between signer and provider
     * @param trusted the {@linkplain ProviderCertificate#pem certificates} of those who may vouch for a signer
     * @throws NotVerified unless one of them vouched for the signer at the time of the signature, and the signature is under this
     *     document
     */
    SignedBy verify(byte[] document, byte[] signature, Collection<String> trusted) throws NotVerified;

    /**
     * Whether something is drawn in a picture that could be a signature. Whose it is nobody can say.
     *
     * @param picture PNG, JPEG, GIF or BMP, of at most 64 million points
     * @throws NotVerified {@code UNREADABLE}; {@code BLANK}
     */
    void drawn(byte[] picture) throws NotVerified;
}
