package dev.kontor.kernel.people;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The books about people, side by side. */
@Component(service = Books.class)
public final class Books {

    private final AccountBook accounts;
    private final GrantBook grants;
    private final LoanBook loans;
    private final KeyRing keys;

    @Activate
    public Books(
            @Reference AccountBook accounts, @Reference GrantBook grants, @Reference LoanBook loans, @Reference KeyRing keys) {
        this.accounts = accounts;
        this.grants = grants;
        this.loans = loans;
        this.keys = keys;
    }

    AccountBook accounts() {
        return accounts;
    }

    GrantBook grants() {
        return grants;
    }

    LoanBook loans() {
        return loans;
    }

    KeyRing keys() {
        return keys;
    }
}
