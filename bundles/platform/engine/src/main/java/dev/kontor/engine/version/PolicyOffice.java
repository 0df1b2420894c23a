package dev.kontor.engine.version;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.util.Optional;

/** Decides policies inside a command: stricter at once, laxer with a second person where there is one. */
final class PolicyOffice {

    private final Policies policies;
    private final SecondPerson second;
    private final Epoch epoch;

    PolicyOffice(Policies policies, SecondPerson second, Epoch epoch) {
        this.policies = policies;
        this.second = second;
        this.epoch = epoch;
    }

    /** Whether the subject is held strictly; what nobody decided is as it is by default. */
    boolean isStrict(String subject, boolean byDefault) {
        return policies.find(subject).map(Policy::strict).orElse(byDefault);
    }

    /** What is asked for and waits for a second person. */
    Optional<Policy> asked(String subject) {
        return policies.find(subject).filter(Policy::laxer);
    }

    void tighten(CompanyFile company, String subject) {
        put(new Policy(subject, true, false, company.actor().id(), Optional.empty(), company.now()));
    }

    /** @return whether it holds already, as there is no second person to wait for */
    boolean loosen(CompanyFile company, String subject) {
        boolean waits = second.approvers() > 1;
        put(new Policy(subject, waits, waits, company.actor().id(), Optional.empty(), company.now()));
        return !waits;
    }

    /** @throws Refused when nothing is asked for, or by who asked */
    void agree(CompanyFile company, String subject) {
        Policy asked = asked(subject)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("engine.nothing-asked", subject)));
        mayAgree(company.actor().id(), asked.by(), subject);
        put(new Policy(subject, false, false, asked.by(), Optional.of(company.actor().id()), company.now()));
    }

    /** @throws Refused when it is the same person once more, or the account of the command line, behind which anybody may be */
    static void mayAgree(PersonId person, PersonId first, String subject) {
        if (person.equals(SecondPerson.OPERATOR)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("engine.operator-is-nobody", subject));
        }
        if (person.equals(first)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("engine.second-person", subject));
        }
    }

    private void put(Policy policy) {
        epoch.change();
        policies.put(policy);
    }
}
