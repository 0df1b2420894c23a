package dev.kontor.console;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.customer.EquipmentModel;
import dev.kontor.api.customer.EquipmentModels;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.department.Roster;
import dev.kontor.api.event.Notice;
import dev.kontor.api.event.Notifications;
import dev.kontor.api.order.Contact;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Customers, models, the roster, and what people were told. */
final class FakeMasters {

    private final FakeCompany company;
    private final FakeOrders orders;

    FakeMasters(FakeCompany company, FakeOrders orders) {
        this.company = company;
        this.orders = orders;
    }

    Customers customers() {
        return new Customers() {
            @Override
            public Optional<Customer> customer(CustomerId id) {
                return Optional.of(FakeMasters.this.customer());
            }

            @Override
            public List<Customer> search(String words, int limit) {
                return List.of(FakeMasters.this.customer());
            }

            @Override
            public Page list(String words, String after, int limit) {
                return new Page(search(words, limit), "");
            }

            @Override
            public List<CustomerId> group(CustomerId id) {
                return List.of(id);
            }
        };
    }

    Customer customer() {
        return new Customer(new CustomerId("C-00042"), company.customerName, "91370211MA3C0ABC1X", "CN", "青岛市黄岛区长江路 1 号", "中国银行 3701", "海湾集团",
                List.of(new Contact("赵敏", "0532-8870 1122", "zhao@example.cn")), 3);
    }

    EquipmentModels models() {
        EquipmentModel model = new EquipmentModel("VM-1060L", "立式加工中心", "台", Money.cny(486_000), orders.content().lines().get(0).parameters(), 1);
        return new EquipmentModels() {
            @Override
            public Optional<EquipmentModel> model(String name) {
                return Optional.of(model);
            }

            @Override
            public List<EquipmentModel> search(String words, int limit) {
                return List.of(model);
            }

            @Override
            public Page list(String words, String after, int limit) {
                return new Page(search(words, limit), "");
            }
        };
    }

    Roster roster() {
        return new Roster() {
            @Override
            public List<Member> members() {
                return List.of(new Member("department", "review", FakeCompany.NOW, true), new Member("department", "legal", FakeCompany.NOW, false));
            }

            @Override
            public int waitingFor(DepartmentId department) {
                return 0;
            }
        };
    }

    Notifications notifications() {
        Notice notice = new Notice(1, "person.told", Optional.of(FakeCompany.ORDER), Text.plain("法务审核意见明天到期"), Set.of(), Set.of(new PersonId("lina")), FakeCompany.NOW);
        return new Notifications() {
            @Override
            public List<Notification> of(Person person, int limit) {
                return List.of(new Notification(notice, false));
            }

            @Override
            public int unread(Person person) {
                return 3;
            }
        };
    }
}
