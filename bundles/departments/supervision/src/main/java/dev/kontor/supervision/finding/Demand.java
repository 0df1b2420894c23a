package dev.kontor.supervision.finding;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.supervision.events.Independence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The supervision group says what is to be put right, by whom and until when (整改意见), or why nothing is. */
@Component
public final class Demand implements CompanyCommand {

    private static final String RECTIFY = "rectify";
    /** A year of working days; more is a typing error. */
    private static final int MOST_DAYS = 250;

    private final FindingBook book;
    private final Independence independence;
    private final Rectifications rectifications;
    private final Owners owners;

    @Activate
    public Demand(
            @Reference FindingBook book,
            @Reference Independence independence,
            @Reference Rectifications rectifications,
            @Reference Owners owners) {
        this.book = book;
        this.independence = independence;
        this.rectifications = rectifications;
        this.owners = owners;
    }

    @Override
    public String name() {
        return "supervision/demand";
    }

    @Override
    public Text title() {
        return Text.of("supervision.demand");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR);
    }

    @Override
    public Form form(Person person, String subject) {
        Text found = book.finding(subject).map(Finding::reason).orElse(Text.plain(""));
        return Form.of(
                Text.of("supervision.demand-submit"),
                Field.hidden("subject"),
                Field.choice("answer", Text.of("supervision.demand-answer"), List.of(
                                new Field.Option(RECTIFY, Text.of("supervision.demand-rectify")),
                                new Field.Option("noted", Text.of("supervision.demand-noted"))))
                        .withHint(found)
                        .withClause("10.1"),
                Field.longText("opinion", Text.of("supervision.opinion")),
                Field.choice("owner", Text.of("supervision.owner"), owners.options()).optional().withHint(Text.of("supervision.owner-hint")),
                Field.number("within", Text.of("supervision.within")).optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        Map<String, Object> stand = new HashMap<>(Map.of("subject", subject, "answer", RECTIFY));
        book.finding(subject).ifPresent(finding -> stand.put("within", String.valueOf(finding.days())));
        return new Values(stand);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Finding finding = book.finding(values.text("subject"))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-finding")));
        OrderFile file = company.order(finding.order());
        if (finding.state() != Finding.State.OPEN) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.finding-settled"));
        }
        independence.demanded(finding.order(), company.actor());
        String page = "supervision/audits/" + finding.audit();
        if (!values.text("answer").equals(RECTIFY)) {
            finding.leave(values.text("opinion"), company.actor().id());
            file.note("supervision.noted", Text.of("supervision.noted", finding.code(), finding.opinion()), List.of());
            return Answer.of(Text.of("supervision.noted", finding.code(), finding.opinion())).goingTo(page).withId(finding.id());
        }
        Role owner = owner(values);
        WorkingDays within = within(values, finding);
        finding.demand(values.text("opinion"), owner, file.today(), company.actor().id());
        LocalDate due = rectifications.ask(file, finding, within);
        Text said = Text.of("supervision.demanded", finding.code(), Text.of("role." + owner), due, finding.opinion());
        file.note("supervision.demanded", said, List.of(new Change("finding", "", finding.id())));
        return Answer.of(said).goingTo(page).withId(finding.id());
    }

    private static Role owner(Values values) {
        if (!values.has("owner")) {
            throw Refused.at("owner", Text.of("supervision.owner-missing"));
        }
        return new Role(values.text("owner"));
    }

    private static WorkingDays within(Values values, Finding finding) {
        BigDecimal days = values.number("within").orElse(BigDecimal.valueOf(finding.days()));
        if (days.stripTrailingZeros().scale() > 0 || days.signum() <= 0 || days.compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) {
            throw Refused.at("within", Text.of("supervision.within-wrong", MOST_DAYS));
        }
        return WorkingDays.of(days.intValueExact());
    }
}
