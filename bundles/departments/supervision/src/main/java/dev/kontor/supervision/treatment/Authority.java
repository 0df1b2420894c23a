package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Parties;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who may decide: nobody on what concerns themselves or what they proposed; where somebody else can, nobody on what
 * concerns their role or department, and nobody a second time. Who acts for somebody is that somebody here.
 */
@Component(service = Authority.class)
public final class Authority {

    private final TreatmentBook book;
    private final Accounts accounts;
    private final Parties parties;

    @Activate
    public Authority(@Reference TreatmentBook book, @Reference Accounts accounts, @Reference Parties parties) {
        this.book = book;
        this.accounts = accounts;
        this.parties = parties;
    }

    /** @throws Refused {@code FORBIDDEN} */
    void demand(Treatment treatment, Person person, LocalDate today) {
        Set<String> party = parties.of(person.id(), today);
        if (party.contains(treatment.concerned())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("supervision.concerns-you"));
        }
        if (book.step(treatment, Treatment.State.PROPOSED).map(Step::by).filter(party::contains).isPresent()) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("supervision.you-proposed"));
        }
        boolean work = treatment.concernsWorkOf(person);
        boolean again = party.contains(treatment.decidedBy());
        if ((work || again) && isSomebodyElseFree(treatment, person, today)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of(work ? "supervision.concerns-your-work" : "supervision.decided-by-you"));
        }
    }

    private boolean isSomebodyElseFree(Treatment treatment, Person person, LocalDate today) {
        String proposer = book.step(treatment, Treatment.State.PROPOSED).map(Step::by).orElse("");
        return accounts.holders(Role.LEADERSHIP).stream()
                .filter(each -> !each.id().equals(person.id()) && !treatment.concernsWorkOf(each))
                .map(each -> parties.of(each.id(), today))
                .anyMatch(party -> Stream.of(treatment.concerned(), treatment.decidedBy(), proposer).noneMatch(party::contains));
    }
}
