package dev.kontor.kernel.people;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.time.Clock;
import dev.kontor.store.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the first accounts of an empty company, and at every start the token by which {@code bin/kontor} speaks to the
 * platform: who can read the data folder is the operator.
 */
@Component(service = FirstStart.class)
public final class FirstStart {

    static final PersonId OPERATOR = new PersonId("operator");
    static final Duration ONE_TIME = Duration.ofDays(7);
    private static final Duration TOKEN = Duration.ofDays(366);
    private static final Set<Role> OPERATES =
            Set.of(Role.SYSTEM_ADMINISTRATOR, Role.RULE_ADMINISTRATOR, Duties.IMPORTER);

    private final Transactions transactions;
    private final Books books;
    private final Passwords passwords;
    private final Clock clock;
    private final boolean demo;

    @Activate
    public FirstStart(
            @Reference Transactions transactions,
            @Reference Books books,
            @Reference Passwords passwords,
            @Reference Clock clock,
            BundleContext context) {
        this(transactions, books, passwords, clock, "true".equals(context.getProperty("kontor.demo")));
        String data = context.getProperty("data.dir");
        start(Path.of(data == null ? "data" : data));
    }

    FirstStart(Transactions transactions, Books books, Passwords passwords, Clock clock, boolean demo) {
        this.transactions = transactions;
        this.books = books;
        this.passwords = passwords;
        this.clock = clock;
        this.demo = demo;
    }

    public boolean demo() {
        return demo;
    }

    void start(Path data) {
        boolean empty = transactions.read(() -> books.accounts().accounts().isEmpty());
        if (empty && demo) {
            demoAccounts();
        } else if (empty) {
            firstAdministrator();
        }
        String token = transactions.command(this::operator);
        keep(data, token);
    }

    private void demoAccounts() {
        Map<String, Set<Role>> people = new TreeMap<>(Map.ofEntries(
                Map.entry("lina", Set.of(Role.SALES_REP)),
                Map.entry("zhao", Set.of(Role.SALES_REP)),
                Map.entry("chen", Set.of(Role.SALES_HEAD)),
                Map.entry("sun", Set.of(Role.PRODUCTION_REVIEWER)),
                Map.entry("zhou", Set.of(Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT)),
                Map.entry("wu", Set.of(Role.LEGAL_REVIEWER)),
                Map.entry("qian", Set.of(Role.PRODUCTION_PLANNER)),
                Map.entry("he", Set.of(Role.PRODUCTION_PURCHASER)),
                Map.entry("ma", Set.of(Role.PRODUCTION_INSPECTOR)),
                Map.entry("lu", Set.of(Role.LOGISTICS_CLERK)),
                Map.entry("tang", Set.of(Role.FINANCE_CLERK)),
                Map.entry("xu", Set.of(Role.AFTERSALES_ENGINEER)),
                Map.entry("song", Set.of(Role.ARCHIVIST)),
                Map.entry("shen", Set.of(Role.SUPERVISOR)),
                Map.entry("gao", Set.of(Role.LEADERSHIP)),
                Map.entry("liang", Set.of(Role.LEADERSHIP)),
                Map.entry("rules", Set.of(Role.RULE_ADMINISTRATOR)),
                Map.entry("system", Set.of(Role.SYSTEM_ADMINISTRATOR)),
                Map.entry("security", Set.of(Role.SECURITY_ADMINISTRATOR)),
                Map.entry("auditor", Set.of(Role.AUDITOR))));
        Map<String, String> hashes = new TreeMap<>();
        people.keySet().parallelStream().map(name -> Map.entry(name, passwords.hash(name))).toList().forEach(
                hash -> hashes.put(hash.getKey(), hash.getValue()));
        transactions.command(() -> {
            people.forEach((name, roles) -> create(new PersonId(name), DEMO_NAMES.getOrDefault(name, name), hashes.get(name), false, roles));
            return people;
        });
    }

    private static final Map<String, String> DEMO_NAMES = Map.ofEntries(
            Map.entry("lina", "李娜"), Map.entry("zhao", "赵强"), Map.entry("chen", "陈伟"), Map.entry("sun", "孙立"),
            Map.entry("zhou", "周敏"), Map.entry("wu", "吴静"), Map.entry("qian", "钱涛"),
            Map.entry("he", "何洁"), Map.entry("ma", "马腾"), Map.entry("lu", "陆凯"), Map.entry("tang", "唐雪"),
            Map.entry("xu", "徐磊"), Map.entry("song", "宋雅"), Map.entry("shen", "沈正"), Map.entry("gao", "高峰"),
            Map.entry("liang", "梁文"), Map.entry("rules", "规则管理员"),
            Map.entry("system", "系统管理员"), Map.entry("security", "安全管理员"), Map.entry("auditor", "审计员"));

    private void firstAdministrator() {
        String password = Secrets.typeable();
        String hash = passwords.hash(password);
        transactions.command(() -> {
            create(new PersonId("admin"), "admin", hash, true, Set.of(
                    Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.RULE_ADMINISTRATOR));
            return hash;
        });
        System.out.println("KONTOR FIRST PASSWORD admin: " + password);
    }

    private void create(PersonId id, String name, String hash, boolean oneTime, Set<Role> roles) {
        Instant now = clock.now();
        Instant until = oneTime ? Instant.now().plus(ONE_TIME) : Instant.EPOCH;
        books.accounts().create(new StoredAccount(id, name, hash, oneTime, until, true, "zh-CN", now, 1));
        List.copyOf(roles).forEach(role -> books.accounts().grant(id, role, PersonId.SYSTEM, now));
    }

    private String operator() {
        if (books.accounts().account(OPERATOR).isEmpty()) {
            create(OPERATOR, "operator", "", false, OPERATES);
        }
        books.keys().closeAll(OPERATOR);
        Instant now = Instant.now();
        return books.keys().issue(OPERATOR, "cli", OPERATES, now, now.plus(TOKEN));
    }

    /** Readable for the owner alone from its first byte; replaced as a whole. */
    private static void keep(Path data, String token) {
        try {
            Files.createDirectories(data);
            Path fresh = data.resolve("cli.token.new");
            Files.deleteIfExists(fresh);
            if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(fresh, token);
            Files.move(fresh, data.resolve("cli.token"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
