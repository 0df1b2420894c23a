package dev.kontor.supervision.finding;

import dev.kontor.api.form.Field;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may be asked to put something right: every role that works on orders, those of partners' bundles too. */
@Component(service = Owners.class)
public final class Owners {

    private static final Set<Role> NOT_SUPERVISED = Set.of(Role.AUDITOR, Role.SUPERVISOR);
    private static final Set<Role> KNOWN = Set.of(
            Role.SALES_REP, Role.SALES_HEAD, Role.PRODUCTION_REVIEWER, Role.PRODUCTION_PLANNER, Role.PRODUCTION_PURCHASER,
            Role.PRODUCTION_INSPECTOR, Role.LOGISTICS_CLERK, Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT, Role.FINANCE_CLERK,
            Role.LEGAL_REVIEWER, Role.AFTERSALES_ENGINEER, Role.ARCHIVIST);

    private final Accounts accounts;

    @Activate
    public Owners(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    List<Field.Option> options() {
        return Stream.concat(KNOWN.stream(), accounts.accounts().stream().flatMap(account -> account.roles().stream()))
                .distinct()
                .filter(role -> !role.isAdministrator() && !NOT_SUPERVISED.contains(role))
                .sorted(Comparator.comparing(Role::value))
                .map(role -> new Field.Option(role.value(), Text.of("role." + role)))
                .toList();
    }
}
