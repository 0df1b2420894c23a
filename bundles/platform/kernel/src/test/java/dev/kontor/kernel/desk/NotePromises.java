package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.note.Mentions;
import dev.kontor.kernel.note.WriteNote;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.store.StoreHarness;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Notes on an order and whom they call, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NotePromises {

    private static final Person WU = person("wu", "吴静", Role.LEGAL_REVIEWER);
    private static final Person OTHER_REP = person("zhao", "赵强", Role.SALES_REP);
    private static final Person RULES = person("rules", "规则管理员", Role.RULE_ADMINISTRATOR);
    private static final Person LI = person("li", "李娜", Role.LEGAL_REVIEWER);
    private static final Person LI_TWO = person("li.na", "李娜", Role.FINANCE_REVIEWER);

    private TestDesk desk;

    abstract StoreHarness store();

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
        Mentions mentions = new Mentions(known(WU, OTHER_REP, RULES, LI, LI_TWO, TestDesk.LINA), new OrderRows(desk.rows, desk.clock));
        desk.commands.orderCommands().add(new WriteNote(mentions), Map.of());
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private static Person person(String id, String name, Role role) {
        return new Person(new PersonId(id), name, Set.of(role), "zh-CN");
    }

    private static Accounts known(Person... people) {
        return (Accounts) Proxy.newProxyInstance(NotePromises.class.getClassLoader(), new Class<?>[] {Accounts.class},
                (self, method, arguments) -> method.getName().equals("person")
                        ? List.of(people).stream().filter(each -> each.id().equals(arguments[0])).findFirst()
                        : List.of(people).stream()
                                .map(each -> new Accounts.Account(each.id(), each.name(), each.roles(), true, Instant.EPOCH, 1))
                                .toList());
    }

    private Answer note(Person by, OrderNumber order, String words) {
        return desk.desk.submit(new Request(by, "notes/write", Optional.of(order), Optional.empty(), -1,
                new Values(Map.of("words", words)), UUID.randomUUID().toString()));
    }

    private Refused refused(Person by, OrderNumber order, String words) {
        Refused refused = catchThrowableOfType(Refused.class, () -> note(by, order, words));
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private List<String> told(OrderNumber order) {
        return desk.rows("select people from kernel_outbox where order_number = ? and kind = 'person.told' order by id", order);
    }

    private List<Text> notes(OrderNumber order) {
        return desk.journals.of(order, Long.MAX_VALUE, 50, TestDesk.AUDITOR).stream()
                .filter(entry -> entry.kind().equals("order.note"))
                .map(Entry::what)
                .toList();
    }

    @Test
    void standInTheJournalAndTellWhomTheyCallBySignInNameOrName() {
        OrderNumber order = desk.register();

        note(TestDesk.LINA, order, "请 @wu 看第 8 条。");
        note(TestDesk.LINA, order, "@吴静请再看一次，@lina 自己也看");

        assertThat(notes(order)).containsExactly(Text.plain("@吴静请再看一次，@lina 自己也看"), Text.plain("请 @wu 看第 8 条。"));
        assertThat(told(order)).as("who writes is not told of themselves").hasSize(2).allMatch(people -> people.contains("wu") && !people.contains("lina"));
    }

    @Test
    void callNobodyWhoIsUnknownOrMayNotSeeTheOrder() {
        OrderNumber order = desk.register();

        Refused refused = refused(TestDesk.LINA, order, "@nobody @rules @zhao");

        assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("words", "words", "words");
        assertThat(refused.gaps()).extracting(gap -> gap.message().arguments().get(0)).containsExactly("nobody", "rules", "zhao");
        assertThat(notes(order)).isEmpty();
        assertThat(told(order)).isEmpty();
    }

    @Test
    void askForTheSignInNameWhereTwoHaveTheSameName() {
        OrderNumber order = desk.register();

        assertThat(refused(TestDesk.LINA, order, "@李娜 看").gaps().get(0).message().key()).isEqualTo("kernel.note.several");
        note(TestDesk.LINA, order, "@li.na. 看");
        assertThat(told(order)).singleElement().asString().contains("li.na");
    }

    @Test
    void takeAMailAddressForWhatItIs() {
        OrderNumber order = desk.register();

        note(TestDesk.LINA, order, "写信给 anke@example.org");

        assertThat(told(order)).isEmpty();
    }

    @Test
    void areWrittenByWhoSeesTheOrderAndDoesBusiness() {
        OrderNumber order = desk.register();

        note(WU, order, "已阅");
        assertThat(refused(OTHER_REP, order, "x").reason()).isEqualTo(Refused.Reason.NOT_FOUND);
        assertThat(refused(TestDesk.AUDITOR, order, "x").reason()).as("an auditor changes nothing").isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(notes(order)).containsExactly(Text.plain("已阅"));
    }

    @Test
    void haveAtMostTwoThousandCharacters() {
        OrderNumber order = desk.register();

        note(TestDesk.LINA, order, "字".repeat(2_000));
        assertThat(refused(TestDesk.LINA, order, "字".repeat(2_001)).gaps()).singleElement()
                .satisfies(gap -> assertThat(gap.field()).isEqualTo("words"));
    }
}
