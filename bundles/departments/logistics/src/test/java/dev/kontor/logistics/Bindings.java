package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.logistics.evidence.CustomerSigner;
import dev.kontor.logistics.evidence.DecideSigner;
import dev.kontor.logistics.evidence.ProposeSigner;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.RuleBook;
import java.util.List;
import java.util.Map;

/** Who signs for which customer: Lu of logistics proposes it, Zhao, head of sales, approves. */
final class Bindings {

    private Bindings() {}

    static void bind(LogisticsRoom room, String provider, String organisation, String customer) {
        decide(room, "zhao", propose(room, "lu", provider, organisation, customer).id(), CustomerSigner.APPROVED);
    }

    static Answer propose(LogisticsRoom room, String person, String provider, String organisation, String customer) {
        return propose(room, new FakeCompanyFile(DAY, RuleBook.of(List.of())).as(person, Role.LOGISTICS_CLERK), provider, organisation, customer);
    }

    static Answer propose(LogisticsRoom room, FakeCompanyFile company, String provider, String organisation, String customer) {
        return room.command(() -> new ProposeSigner(room.signers, room.providers, room.clock, room.signerTask).run(company, new Values(Map.of(
                "customer", customer, "provider", provider, "organisation", organisation, "reason", "PoA of 1 March"))));
    }

    static Answer decide(LogisticsRoom room, String person, String signer, String verdict) {
        return decide(room, new FakeCompanyFile(DAY, RuleBook.of(List.of())).as(person, Role.SALES_HEAD), signer, verdict);
    }

    static Answer decide(LogisticsRoom room, FakeCompanyFile company, String signer, String verdict) {
        return room.command(() -> new DecideSigner(room.signers, room.providers, room.signerTask).run(company, new Values(Map.of(
                "subject", signer, "verdict", verdict, "reason", "seen"))));
    }
}
