package dev.kontor.entry.opening;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.opening.Opening.Signature;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finance and the company's leadership sign the opening, one after the other: two people, neither of whom brought in a row, said what the books say, or brought what proves it. With
 * the second signature it is closed for good.
 */
@Component
public final class SignOpening implements CompanyCommand {

    private final Openings openings;

    @Activate
    public SignOpening(@Reference Openings openings) {
        this.openings = openings;
    }

    @Override
    public String name() {
        return "entry/sign-opening";
    }

    @Override
    public Text title() {
        return Text.of("entry.opening.sign.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.copyOf(Opening.SIGNERS);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("entry.opening.sign.button"),
                Field.yesNo("checked", Text.of("entry.opening.checked")).withHint(Text.of("entry.opening.hint-checked")));
    }

    /** What is signed is what the page showed: a row that came since then refuses the signature. */
    @Override
    public long version(String subject) {
        return openings.book().current().map(Opening::version).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        if (!values.yes("checked")) {
            throw Refused.at("checked", Text.of("entry.opening.gap.checked"));
        }
        Opening opening = openings.forWork();
        List<Signature> signed = openings.book().signatures(opening);
        Role role = role(company.actor(), signed)
                .orElseThrow(() -> Refused.because(Refused.Reason.FORBIDDEN, Text.of("entry.opening.signed-already")));
        demandIndependent(company.actor(), opening, signed);
        openings.demandSound(company, opening);
        Signature signature = new Signature(role, company.actor().id(), company.now(), openings.digest(opening));
        openings.book().sign(opening, signature);
        boolean second = !signed.isEmpty();
        Text said = second ? Text.of("entry.opening.closed", opening.asOf()) : Text.of("entry.opening.signed", opening.asOf());
        company.note("entry.opening", said, List.of(
                new Change("role", "", role.value()), new Change("digest", "", signature.digest())));
        if (second) {
            openings.close(company, opening);
        }
        return Answer.of(said).goingTo(Openings.PAGE);
    }

    /** The role for which the person signs: one of theirs for which nobody has. */
    static Optional<Role> role(Person person, List<Signature> signed) {
        return Opening.SIGNERS.stream()
                .filter(person::holds)
                .filter(role -> signed.stream().noneMatch(each -> each.role().equals(role)))
                .findFirst();
    }

    private void demandIndependent(Person person, Opening opening, List<Signature> signed) {
        if (signed.stream().anyMatch(each -> each.by().equals(person.id()))) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("entry.opening.second-person"));
        }
        if (opening.begunBy().equals(person.id()) || openings.rows().isBroughtBy(opening, person.id())
                || openings.book().isStatedBy(opening, person.id())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("entry.opening.own"));
        }
    }
}
