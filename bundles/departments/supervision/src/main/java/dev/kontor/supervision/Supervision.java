package dev.kontor.supervision;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.page.Cell;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that supervision brings. */
public final class Supervision {

    public static final DepartmentId ID = new DepartmentId("supervision");

    /** Who reads what supervision found about everybody. */
    public static final Set<Role> READERS = Set.of(Role.SUPERVISOR, Role.LEADERSHIP, Role.AUDITOR);

    /** Who counts, whoever asked: figures are of all orders, so that they are the same for everybody. */
    public static final Person COUNTER = new Person(PersonId.SYSTEM, "kontor", Set.of(Role.AUDITOR), "en");

    /** What was found is put right. */
    public static final TaskKind RECTIFICATION = new TaskKind("supervision.rectification");
    /** One of the supervision group looks whether it was. */
    public static final TaskKind VERIFICATION = new TaskKind("supervision.verification");
    /** Whoever a proposal concerns can say something to it: a right, and no duty. */
    public static final TaskKind HEARING = new TaskKind("supervision.hearing");
    /** Company leadership decides on what rules proposed. */
    public static final TaskKind DECISION = new TaskKind("supervision.decision");
    /** Company leadership decides on an appeal. */
    public static final TaskKind APPEAL = new TaskKind("supervision.appeal");

    public static final ConsultationPoint AT_AUDIT = new ConsultationPoint("supervision/audit");
    public static final ConsultationPoint AT_PENALTIES = new ConsultationPoint("supervision/penalties");
    public static final ConsultationPoint AT_TREATMENT = new ConsultationPoint("supervision/treatment");
    public static final ConsultationPoint AT_SCORE = new ConsultationPoint("supervision/score");

    public static final DocumentKind EVIDENCE = new DocumentKind("supervision.evidence");
    /** Proves a loss that is to be compensated. */
    public static final DocumentKind PROOF = new DocumentKind("supervision.loss");

    /** The console's ways to say who. */
    private static final String SUBJECT = "console.subject-of";

    private static final Pattern WRITTEN_OUT = Pattern.compile("SetVersion\\[set=(.+), number=(\\d+), digest=(\\w{12})\\w*]");

    private Supervision() {}

    /** A number of a set in the version that decided. */
    public static int number(List<Parameter> parameters, ConsultationPoint set, String name) {
        return find(parameters, set, name).orElseThrow(() -> new IllegalStateException("%s has no parameter %s.".formatted(set, name)));
    }

    /** The same of one that a company's own version of the set may be without. */
    public static Optional<Integer> find(List<Parameter> parameters, ConsultationPoint set, String name) {
        return parameters.stream()
                .filter(each -> each.set().equals(set.value()) && each.name().equals(name))
                .findFirst()
                .map(Parameter::whole);
    }

    /** A version as it is kept beside what its rules concluded; people read it. */
    public static String kept(SetVersion version) {
        return "%s %d (%s)".formatted(version.set(), version.number(), version.shortDigest());
    }

    /** What is kept of a version; rows of before have it written out. */
    public static String known(String kept) {
        return WRITTEN_OUT.matcher(kept).replaceFirst("$1 $2 ($3)");
    }

    /** The way to a decision about the company, for auditors, who alone may read one. */
    public static Cell decision(String id, Person reader) {
        return reader.holds(Role.AUDITOR) ? Cell.link(Text.of("supervision.to-decision"), "decisions/" + id) : Cell.plain("–");
    }

    /** A person or department by name, a role in words. */
    public static Text who(String subject) {
        return Text.of(SUBJECT, subject);
    }
}
