package dev.kontor.logistics.acceptance;

import dev.kontor.api.document.Upload;
import dev.kontor.logistics.shipment.Signature;
import java.util.Optional;

/**
 * What proves that the customer has accepted.
 *
 * @param paper to be filed: the signed report, the signature under it, or the picture of one
 * @param field of the form that says on which day it was signed
 * @param proof of what was signed otherwise than with pen and seal
 */
record Evidence(Signature signature, Upload paper, String field, Optional<Proof> proof) {}
