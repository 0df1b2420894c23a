package dev.kontor.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.NotVerified.Fault;
import dev.kontor.api.signature.SignedBy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A report, a provider with an office, and somebody whose signature the office vouches for. */
abstract class SignedReport {

    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");
    static final Instant AT = Instant.parse("2026-03-02T08:30:00Z");
    static final byte[] REPORT = "%PDF-1.7 acceptance report".getBytes(UTF_8);

    final CmsSignatures signatures = new CmsSignatures();
    final Issuer provider = Issuer.root("CN=East CA,O=East Trust,C=CN", FROM, UNTIL);
    final Issuer office = provider.office("CN=East CA Shanghai,C=CN", FROM, UNTIL);
    final Issuer wang = office.signer("CN=王伟,O=Oriental Equipment,C=CN", FROM, UNTIL);

    SignedBy verified(byte[] signature, Issuer trusted) throws NotVerified {
        return signatures.verify(REPORT, signature, List.of(trusted.pem()));
    }

    Fault fault(byte[] signature, Issuer trusted) {
        return fault(REPORT, signature, trusted);
    }

    Fault fault(byte[] document, byte[] signature, Issuer... trusted) {
        List<String> certificates = Arrays.stream(trusted).map(Issuer::pem).toList();
        NotVerified refused = catchThrowableOfType(NotVerified.class, () -> signatures.verify(document, signature, certificates));
        assertThat(refused).as("a refusal").isNotNull();
        return refused.fault();
    }
}
