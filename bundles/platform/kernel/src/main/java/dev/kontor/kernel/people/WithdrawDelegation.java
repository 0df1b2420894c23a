package dev.kontor.kernel.people;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Accounts.Delegation;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a lent role back; a security administrator may do it for anybody. */
@Component
public final class WithdrawDelegation implements CompanyCommand {

    private final Books books;

    @Activate
    public WithdrawDelegation(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Form form(Person person, String subject) {
        List<Field.Option> options = books.loans().loans().stream()
                .filter(loan -> mayEnd(person, loan.delegation()))
                .map(loan -> new Field.Option(loan.id(), shown(loan.delegation())))
                .toList();
        return Form.of(title(), Field.choice("delegation", Text.of("kernel.delegation"), options));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("delegation", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        LoanBook.Loan loan = books.loans().loans().stream()
                .filter(each -> each.id().equals(values.text("delegation")))
                .findFirst()
                .orElseThrow();
        books.loans().end(loan.id());
        Text done = Text.of("kernel.delegation.was-withdrawn", shown(loan.delegation()));
        company.note("delegation.withdrawn", done, List.of());
        return Answer.of(done).goingTo("delegations");
    }

    private static boolean mayEnd(Person person, Delegation delegation) {
        return delegation.from().equals(person.id()) || person.holds(Role.SECURITY_ADMINISTRATOR);
    }

    private static Text shown(Delegation delegation) {
        return Text.of(
                "kernel.delegation.shown", delegation.from().value(), Text.of("role." + delegation.role()),
                delegation.to().value(), delegation.first(), delegation.last());
    }

    @Override
    public String name() {
        return "delegations/withdraw";
    }

    @Override
    public Text title() {
        return Text.of("kernel.delegations.withdraw");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }
}
