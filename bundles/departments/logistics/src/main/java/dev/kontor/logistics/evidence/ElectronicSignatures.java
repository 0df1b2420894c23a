package dev.kontor.logistics.evidence;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.Order;
import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.SignedBy;
import dev.kontor.api.signature.Signatures;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether a signature is under the very report that was printed here, a provider that the company trusts vouches for it, and it is the
 * customer's: of an organisation that two people have bound to it.
 */
@Component(service = ElectronicSignatures.class)
public final class ElectronicSignatures {

    /** What a name may have to be kept. */
    private static final int LONGEST = 200;

    /** By how much the provider's clock may differ from ours. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final Providers providers;
    private final Signers signers;
    private final Documents documents;
    private final Signatures signatures;
    private final Clock clock;

    /** @param on the day of the signature, in the company's zone */
    public record Verified(SignedBy by, Provider provider, LocalDate on) {}

    @Activate
    public ElectronicSignatures(
            @Reference Providers providers, @Reference Signers signers, @Reference Documents documents, @Reference Signatures signatures,
            @Reference Clock clock) {
        this.providers = providers;
        this.signers = signers;
        this.documents = documents;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** @throws Refused at the field, in words, when it proves nothing */
    public Verified verify(OrderView file, Document report, Upload signature, String field) {
        List<Provider> known = providers.all();
        SignedBy by;
        try {
            by = signatures.verify(content(report), Contents.of(documents, signature, field), known.stream().map(Provider::certificate).toList());
        } catch (NotVerified nothing) {
            String word = nothing.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw Refused.at(field, Text.of("logistics.proof." + word, report.name()));
        }
        if (Math.max(by.signer().length(), by.organisation().length()) > LONGEST) {
            throw Refused.at(field, Text.of("logistics.proof.unreadable", report.name()));
        }
        if (by.at().isAfter(file.now().plus(CLOCKS))) {
            throw Refused.at(field, Text.of("logistics.proof.ahead", by.at()));
        }
        if (by.at().isBefore(report.filedAt().minus(CLOCKS))) { // a day that only the signer says could be any
            throw Refused.at(field, Text.of("logistics.proof.before-the-report", by.at(), report.filedAt()));
        }
        Provider provider = known.stream().filter(each -> each.id().equals(by.provider())).findFirst().orElseThrow();
        LocalDate on = by.at().atZone(clock.zone()).toLocalDate();
        demandTrusted(file, provider, on, field);
        demandOfCustomer(file.order().orElseThrow(), by.organisation(), provider, field);
        return new Verified(by, provider, on);
    }

    private static void demandTrusted(OrderView file, Provider provider, LocalDate on, String field) {
        if (provider.isRevoked(file.today())) {
            throw Refused.at(field, Text.of("logistics.proof.revoked", provider.name(), provider.revokedOn().orElseThrow()));
        }
        if (!provider.isTrustedOn(on)) {
            throw Refused.at(field, Text.of("logistics.proof.not-trusted-then", provider.name(), provider.from(), provider.until(), on));
        }
    }

    /** Whoever vouches for a signer says who that is; for whom it signs the company says. */
    private void demandOfCustomer(Order order, String organisation, Provider provider, String field) {
        List<CustomerId> bound = signers.of(provider, organisation).stream()
                .filter(CustomerSigner::isApproved)
                .map(CustomerSigner::customer)
                .toList();
        if (bound.isEmpty()) {
            throw Refused.at(field, Text.of("logistics.proof.signer-unknown", organisation, provider.name(), order.customerName()));
        }
        if (!bound.contains(order.customer())) {
            String others = bound.stream().map(signers::name).collect(Collectors.joining(", "));
            throw Refused.at(field, Text.of("logistics.proof.signer-of-another", organisation, provider.name(), others, order.customerName()));
        }
    }

    private byte[] content(Document report) {
        try (InputStream content = documents.open(report)) {
            return content.readAllBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException("%s cannot be read.".formatted(report.name()), lost);
        }
    }
}
