package dev.kontor.kernel.people;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.time.Clock;
import dev.kontor.store.Transactions;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people in, and says who they are and what they may at this moment. */
@Component(service = Accounts.class)
public final class FrontDoor implements Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    /** A session's last use is written no more often than this. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    private final Transactions transactions;
    private final Books books;
    private final Passwords passwords;
    private final Clock business;
    private final InstantSource system;
    private final Throttle throttle;
    private final boolean demo;

    @Activate
    public FrontDoor(
            @Reference Transactions transactions,
            @Reference Books books,
            @Reference Passwords passwords,
            @Reference Clock business,
            @Reference FirstStart firstStart) {
        this(transactions, books, passwords, business, InstantSource.system(), new Throttle(System::nanoTime), firstStart.demo());
    }

    /** On other sources of the system's time: for tests. */
    FrontDoor(
            Transactions transactions, Books books, Passwords passwords, Clock business, InstantSource system, Throttle throttle,
            boolean demo) {
        this.transactions = transactions;
        this.books = books;
        this.passwords = passwords;
        this.business = business;
        this.system = system;
        this.demo = demo;
        this.throttle = throttle;
    }

    @Override
    public SignIn signIn(String name, String password, String address) {
        String typed = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Duration pause = throttle.enter(typed, address);
        if (!pause.isZero()) {
            return new SignIn.Throttled(pause);
        }
        Optional<StoredAccount> account = named(typed);
        Optional<Boolean> right = passwords.matches(password, account.map(StoredAccount::hash).orElse(""));
        if (right.isEmpty()) {
            throttle.succeeded(typed, address);
            return new SignIn.Throttled(BUSY);
        }
        Instant now = system.instant();
        if (!right.get() || account.filter(found -> mayComeIn(found, now)).isEmpty()) {
            LOG.info("A sign-in from {} was refused.", address);
            return new SignIn.Refused();
        }
        throttle.succeeded(typed, address);
        return new SignIn.Welcome(open(account.get(), now));
    }

    private Optional<StoredAccount> named(String typed) {
        return typed.matches("[a-z][a-z0-9._-]{0,63}")
                ? transactions.read(() -> books.accounts().account(new PersonId(typed)))
                : Optional.empty();
    }

    private static boolean mayComeIn(StoredAccount account, Instant now) {
        return account.enabled() && !(account.oneTime() && now.isAfter(account.oneTimeUntil()));
    }

    private Session open(StoredAccount account, Instant now) {
        String secret = Secrets.fresh();
        String csrf = Secrets.fresh();
        return write(() -> {
            books.keys().open(secret, new KeyRing.Session(account.id(), csrf, now, now));
            return new Session(secret, csrf, books.accounts().person(account, business.today()), account.oneTime());
        });
    }

    @Override
    public Optional<Session> session(String token) {
        Instant now = system.instant();
        Optional<KeyRing.Session> kept =
                transactions.read(() -> books.keys().session(token)).filter(session -> session.isOpen(now));
        kept.filter(session -> session.used().plus(NOTED_EVERY).isBefore(now)).ifPresent(session -> noteUse(token, now));
        return kept.flatMap(session -> transactions.read(() -> books.accounts()
                .account(session.account())
                .filter(StoredAccount::enabled)
                .map(account -> new Session(
                        token, session.csrf(), books.accounts().person(account, business.today()), account.oneTime()))));
    }

    private void noteUse(String token, Instant now) {
        if (!transactions.active()) {
            write(() -> {
                books.keys().used(token, now);
                return now;
            });
        }
    }

    @Override
    public void signOut(String token) {
        write(() -> {
            books.keys().close(token);
            return token;
        });
    }

    @Override
    public void speaks(PersonId person, String language) {
        if (LANGUAGES.contains(language)) {
            write(() -> {
                books.accounts().speaks(person, language);
                return language;
            });
        }
    }

    @Override
    public Optional<Person> bearer(String token) {
        Instant now = system.instant();
        return transactions.read(() -> books.keys()
                .token(token)
                .filter(good -> now.isBefore(good.endsAt()))
                .flatMap(good -> books.accounts()
                        .account(good.holder())
                        .filter(StoredAccount::enabled)
                        .map(account -> limited(account, good.roles()))));
    }

    /** A token carries what it was given, and of that only what its holder holds today, by grant or by delegation. */
    private Person limited(StoredAccount account, Set<Role> roles) {
        Set<Role> both = new HashSet<>(books.accounts().person(account, business.today()).roles());
        both.retainAll(roles);
        return new Person(account.id(), account.name(), both, account.language());
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return transactions.read(
                () -> books.accounts().account(id).map(account -> books.accounts().person(account, business.today())));
    }

    @Override
    public List<Account> accounts() {
        return transactions.read(() -> books.accounts().accounts().stream()
                .map(account -> new Account(
                        account.id(), account.name(), books.accounts().granted(account.id()), account.enabled(),
                        account.since(), account.version()))
                .toList());
    }

    @Override
    public List<Delegation> delegations() {
        return transactions.read(() -> books.loans().loans().stream().map(LoanBook.Loan::delegation).toList());
    }

    @Override
    public List<Grant> pending() {
        return transactions.read(books.grants()::pending);
    }

    @Override
    public List<Token> tokens(PersonId person) {
        Instant now = system.instant();
        return transactions.read(() ->
                books.keys().tokens(now).stream().filter(token -> token.holder().equals(person)).toList());
    }

    @Override
    public List<Person> holders(Role role) {
        return transactions.read(() -> Stream.concat(
                        books.accounts().holders(role).stream(), books.loans().borrowers(role, business.today()).stream())
                .distinct()
                .flatMap(id -> books.accounts().account(id).stream())
                .map(account -> books.accounts().person(account, business.today()))
                .toList());
    }

    @Override
    public boolean demo() {
        return demo;
    }

    private <R> R write(java.util.function.Supplier<R> work) {
        return transactions.active() ? work.get() : transactions.command(work);
    }
}
