package dev.kontor.console.pages;

import dev.kontor.api.department.Department;
import dev.kontor.api.page.Page;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.console.FakeCompany;
import dev.kontor.console.FakeReplays;
import dev.kontor.testkit.OpenWall;
import java.util.List;
import java.util.Set;

/** The platform's pages over a made-up company. */
public final class PagesOfTests {

    private static final Person NOBODY = new Person(new PersonId("nobody"), "", Set.of(), "en");

    private PagesOfTests() {}

    public static List<Page> of(FakeCompany company) {
        Flow flow = new Flow(new OpenWall());
        for (Department department : company.departments()) {
            flow.bind(department);
        }
        FakeReplays replays = new FakeReplays(company.decisions().decision("d-1", NOBODY).orElseThrow().conclusions());
        OrderTabs tabs = new OrderTabs(new OpenWall());
        tabs.bind(new ContentTab());
        tabs.bind(new TimelineTab(company.journals()));
        tabs.bind(new DecisionsTab(company.decisions(), new RuleNames(company.rules())));
        tabs.bind(new DocumentsTab());
        OrderPage order = new OrderPage(company.orders(), company.desk(), tabs, flow, company.clock(), company.calendar());
        return List.of(
                new WorklistPage(company.worklist(), company.customers(), company.lists(), company.clock()),
                new OrdersPage(
                        company.orders(), company.worklist(), company.customers(), company.lists(),
                        new OrderFields(flow, company.worklist(), company), order),
                new CustomersPage(company.customers(), company.orders(), new CustomerParts(new OpenWall())),
                new ModelsPage(company.models()),
                new CalendarsPage(company.calendars(), company.clock(), company.recounts()),
                new RulesPage(company.rules(), new RuleNames(company.rules()), replays, company.history(), new RuleSetParts(new OpenWall())),
                new ParametersPage(company.rules(), company.history(), new RuleNames(company.rules()), company.clock()),
                new ReplayPage(replays, new RuleNames(company.rules())),
                new AccountsPage(company),
                new DelegationsPage(company),
                new JournalPage(company.journals(), company),
                new ViolationsPage(company.violations()),
                new DocumentPage(company.documents()),
                new RosterPage(company.roster()),
                new NotificationsPage(company.notifications()),
                new SearchPage(company.orders(), company.customers()),
                new DecisionPage(company.decisions(), new RuleNames(company.rules()), company.lists(), company.reconsiderations(), replays),
                new OwnAccountPage());
    }
}
