package dev.kontor.api.signature;

import java.time.Instant;

/**
 * What a signature says that was verified.
 *
 * @param signer who signed, as the signer's certificate says: the name, and the organisation where there is one
 * @param at when, as the signature says
 * @param provider fingerprint of the provider's certificate that vouches for the signer
 * @param organisation for whom was signed: the organisation of the signer's certificate, or all of its subject where it names none
 */
public record SignedBy(String signer, Instant at, String provider, String organisation) {}
