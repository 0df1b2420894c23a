package dev.kontor.kernel.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.customer.EquipmentModel;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Contact;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import dev.kontor.kernel.search.SearchIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Customers, models and the words of orders")
@ParameterizedClass
@EnumSource(Database.class)
class MasterTest {

    private static final Person LINA = new Person(new PersonId("lina"), "李娜", Set.of(Role.SALES_REP), "zh-CN");
    private static final Person CHEN = new Person(new PersonId("chen"), "陈伟", Set.of(Role.SALES_HEAD), "zh-CN");

    private final TestCompany company;
    private final CustomerBook customers;
    private final ModelBook models;

    MasterTest(Database database) {
        company = TestCompany.on(database);
        customers = new CustomerBook(company.transactions(), company.rows());
        models = new ModelBook(company.transactions(), company.rows());
    }

    @BeforeEach
    void fresh() {
        List.of("customer", "customer_contact", "model", "model_parameter", "word")
                .forEach(table -> company.sql("delete from kernel_" + table));
        company.journal.clear();
    }

    @Test
    void aSavedCustomerIsFoundByPartsOfItsName() {
        String id = save(Map.of(
                        "name", "上海精密机械（集团）有限公司", "country", "CN", "credit-code", "91350100m000100y43", "affiliates", "精密",
                        "contacts", List.of(new Values(Map.of("name", "王明", "phone", "138")))))
                .id();

        Customer customer = customers.customer(new CustomerId(id)).orElseThrow();
        assertThat(customer.creditCode()).isEqualTo("91350100M000100Y43");
        assertThat(customer.contacts()).containsExactly(new Contact("王明", "138", ""));
        assertThat(customer.version()).isEqualTo(1);
        for (String words : List.of("精密机械", "上海", "密", id, id.toLowerCase(), "")) {
            assertThat(customers.search(words, 10)).as(words).hasSize(1);
        }
        for (String words : List.of("北京", "密精", "上海 北京")) {
            assertThat(customers.search(words, 10)).as(words).isEmpty();
        }
        assertThat(company.journal).containsExactly("customer.saved");
    }

    @Test
    void aLongListOfCustomersIsReadInPartsWithoutLosingOrRepeatingOne() {
        List<String> names = List.of("乙机械", "丙机械", "甲机械", "丁机械", "戊仪器");
        names.forEach(name -> save(Map.of("name", name, "country", "CN")));
        for (int size = 1; size <= 5; size++) {
            List<String> found = new ArrayList<>();
            String after = "";
            do {
                Customers.Page page = customers.list("机械", after, size);
                page.customers().forEach(customer -> found.add(customer.name()));
                after = page.next();
            } while (!after.isEmpty());
            assertThat(found).containsExactlyInAnyOrderElementsOf(names.subList(0, 4));
        }
        assertThat(customers.list("", "", 5).next()).isEmpty();
        assertThat(customers.list("", "", 4).next()).isNotEmpty();
        assertThat(customers.list("", "nobody", 5).customers()).hasSize(5);
    }

    @Test
    void aChangeKeepsTheIdAndGrowsTheVersion() {
        String id = save(Map.of("name", "甲公司", "country", "CN", "contacts", List.of(new Values(Map.of("name", "王明"))))).id();
        SaveCustomer command = new SaveCustomer(customers);
        assertThat(command.version(id)).isEqualTo(1);
        Map<String, Object> values = new HashMap<>(command.initial(LINA, id).all());
        values.put("address", "上海");
        company.run(command, LINA, id, values);
        Customer changed = customers.customer(new CustomerId(id)).orElseThrow();
        assertThat(changed.address()).isEqualTo("上海");
        assertThat(changed.contacts()).hasSize(1);
        assertThat(command.version(id)).isEqualTo(2);
    }

    @Test
    void namesThatLookAlikeAreOneName() {
        save(Map.of("name", "ABC（中国）公司", "country", "CN"));
        for (String lookalike : List.of("abc(中国)公司", "ＡＢＣ （中国） 公司", "ABC\u200B中国公司")) {
            Refused refused = catchThrowableOfType(Refused.class, () -> save(Map.of("name", lookalike, "country", "CN")));
            assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT);
            assertThat(refused.words().arguments()).contains("ABC（中国）公司");
        }
    }

    @Test
    void aWrongCreditCodeIsAGapAtItsField() {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> save(Map.of("name", "甲", "country", "CN", "credit-code", "91350100M000100Y44")));
        assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("credit-code");
        save(Map.of("name", "Ernst Handel", "country", "Austria"));
    }

    @Test
    void aGroupHoldsTheCustomerAndItsAffiliates() {
        String first = save(Map.of("name", "甲", "country", "CN", "affiliates", "集团")).id();
        String second = save(Map.of("name", "乙", "country", "CN", "affiliates", "集团")).id();
        String alone = save(Map.of("name", "丙", "country", "CN")).id();
        save(Map.of("name", "丁", "country", "CN"));
        assertThat(customers.group(new CustomerId(first))).containsExactly(new CustomerId(first), new CustomerId(second));
        assertThat(customers.group(new CustomerId(alone))).containsExactly(new CustomerId(alone));
    }

    @Test
    void enrollingLeavesAKnownCustomerAsItIs() {
        Customer ernsh = new Customer(new CustomerId("ERNSH"), "Ernst Handel", "", "Austria", "Graz", "", "", List.of(), 0);
        assertThat(company.transactions().command(() -> customers.enrol(ernsh)).version()).isEqualTo(1);
        Customer other = new Customer(ernsh.id(), "Other", "", "", "", "", "", List.of(), 0);
        assertThat(company.transactions().command(() -> customers.enrol(other)).name()).isEqualTo("Ernst Handel");
        company.sql("update kernel_counter set last_number = 0 where name = 'customer'");
        company.transactions().command(() -> {
            customers.lock(ernsh.id());
            return ernsh;
        });
    }

    @Test
    void aModelKeepsItsParameters() {
        SaveModel command = new SaveModel(models);
        Map<String, Object> typed = Map.of(
                "model", "CNC-500/2 \"α\"", "name", "数控机床", "unit", "台", "price", "1,200,000.50", "currency", "CNY",
                "parameters", List.of(new Values(Map.of("name", "功率", "value", "15", "unit", "kW"))));
        company.run(command, CHEN, "", typed);
        EquipmentModel model = models.model("CNC-500/2 \"α\"").orElseThrow();
        assertThat(model.listPrice()).hasToString("CNY 1200000.50");
        assertThat(model.parameters()).hasSize(1);
        assertThat(models.search("cnc 机床", 10)).hasSize(1);
        assertThat(models.list("cnc", "", 1).models()).hasSize(1);
        assertThat(models.list("cnc", models.list("", "", 1).models().get(0).model(), 1).models()).isEmpty();
        assertThat(catchThrowableOfType(Refused.class, () -> company.run(command, CHEN, "", typed)).reason())
                .isEqualTo(Refused.Reason.CONFLICT);
        company.run(command, CHEN, model.model(), command.initial(CHEN, model.model()).all());
        assertThat(models.model(model.model()).orElseThrow().version()).isEqualTo(2);
        assertThat(catchThrowableOfType(Refused.class, () -> company.run(command, LINA, "", typed)).reason())
                .isEqualTo(Refused.Reason.FORBIDDEN);
    }

    @Test
    void theWordsOfAnOrderAreReplacedUnderTheirName() {
        SearchIndex index = new SearchIndex(company.rows());
        OrderNumber order = new OrderNumber("SO-2026-00001");
        put(index, order, "entry", "上海机械 HT-1");
        put(index, order, "customer", "ＡＣＭＥ");
        put(index, order, "entry", "上海仪器 HT-1 HT-1");
        assertThat(found(index, "上海")).isTrue();
        assertThat(found(index, "仪器 acme ht-1")).isTrue();
        assertThat(found(index, "机械")).isFalse();
    }

    private void put(SearchIndex index, OrderNumber order, String name, String words) {
        company.transactions().command(() -> {
            index.put(order, name, words);
            return words;
        });
    }

    private boolean found(SearchIndex index, String query) {
        return company.transactions().read(() -> index.lookup(query).mentions().stream()
                .noneMatch(each -> each.few(company.rows(), 10).orElseThrow().isEmpty()));
    }

    private dev.kontor.api.desk.Answer save(Map<String, Object> typed) {
        return company.run(new SaveCustomer(customers), LINA, "", typed);
    }
}
