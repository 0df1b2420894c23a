package dev.kontor.console.web;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code /parcels/<department>/<set>/<digest>}: a version of a rule set as one signed file. */
@Component(service = Parcels.class)
public final class Parcels {

    /** The engine may be away while all other pages serve. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile RuleSets rules;

    void handle(Exchange exchange) throws IOException {
        List<String> tail = exchange.tail("/parcels");
        if (tail.size() != 3 || !exchange.person().holds(Role.RULE_ADMINISTRATOR)) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-rule-set", String.join("/", tail)));
        }
        RuleSets present = Optional.ofNullable(rules)
                .orElseThrow(() -> Refused.because(Refused.Reason.UNAVAILABLE, Text.of("console.rules.away")));
        byte[] parcel = present.export(tail.get(0) + "/" + tail.get(1), tail.get(2), exchange.person());
        HttpServletResponse response = exchange.response();
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setContentType("application/zip");
        response.setContentLength(parcel.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"%s-%s.zip\"".formatted(tail.get(0), tail.get(1)));
        response.getOutputStream().write(parcel);
    }
}
