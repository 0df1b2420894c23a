package dev.kontor.api.signature;

import java.time.Instant;

/**
 * The certificate by which a provider vouches for signers: it may issue others.
 *
 * @param fingerprint SHA-256 of the certificate, lower-case hex; tells it from every other
 * @param subject whose it is, as the certificate says
 * @param from since when it is valid
 * @param until the last moment of its validity
 * @param pem the certificate itself, to be kept
 */
public record ProviderCertificate(String fingerprint, String subject, Instant from, Instant until, String pem) {}
