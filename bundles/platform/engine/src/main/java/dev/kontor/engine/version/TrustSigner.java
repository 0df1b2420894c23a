package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.RuleSets.Signer;
import dev.kontor.api.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Somebody trusts a signer of exported rule sets, agrees to it as the second person, or ends it. */
public final class TrustSigner extends RuleCommands {

    /** What is done about a signer. */
    public enum Deed {
        TRUST("trust"),
        CONFIRM("confirm-trust"),
        END("distrust");

        private final String verb;

        Deed(String verb) {
            this.verb = verb;
        }
    }

    private final PolicyOffice policies;
    private final Deed deed;

    public TrustSigner(PolicyOffice policies, Deed deed) {
        super(deed.verb, false);
        this.policies = policies;
        this.deed = deed;
    }

    private static final String SIGNER = "signer ";

    /** The policy that says whether a signer is trusted: held strictly it is not. */
    static String subject(String signer) {
        return SIGNER + signer;
    }

    /** What was decided about signers, the latest first. */
    static List<Signer> signers(List<Policy> policies) {
        return policies.stream()
                .filter(policy -> policy.subject().startsWith(SIGNER))
                .sorted(Comparator.comparing(Policy::at).reversed())
                .map(policy -> new Signer(policy.subject().substring(SIGNER.length()), !policy.strict(), policy.laxer(), policy.by(),
                        policy.approvedBy(), policy.at()))
                .toList();
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("signer", Text.of("engine.field-signer")).withHint(Text.of("engine.hint-signer")),
                Field.longText("reason", Text.of("engine.field-reason")));
    }

    /** @param subject the fingerprint; empty for one that is new */
    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("signer", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String signer = values.text("signer").toLowerCase(java.util.Locale.ROOT);
        if (!signer.matches("[0-9a-f]{64}")) {
            throw Refused.at("signer", Text.of("engine.no-fingerprint"));
        }
        String said = switch (deed) {
            case TRUST -> trusted(company, signer);
            case CONFIRM -> {
                policies.agree(company, subject(signer));
                yield "agreed";
            }
            case END -> {
                policies.tighten(company, subject(signer));
                yield "ended";
            }
        };
        company.note("rules.signer", Text.of("engine.journal-signer-" + said, signer, values.text("reason")), List.of());
        return Answer.of(Text.of("engine.said-signer-" + said, signer)).goingTo("rules");
    }

    private String trusted(CompanyFile company, String signer) {
        if (!policies.isStrict(subject(signer), true)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.signer-trusted", signer));
        }
        return policies.loosen(company, subject(signer)) ? "trusted" : "asked";
    }
}
