package dev.kontor.legal;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Legal's part of the joint review: compliance, risk, and a finding on every key clause by itself. A key clause
 * without a finding blocks clearing. Which kinds are key beside exemption and breach, rules of the joint review say: by a
 * Check {@code clause.<kind>}.
 */
@Component
public final class LegalOpinion implements OpinionForm {

    private static final String ACCEPTABLE = "acceptable";
    private static final ConsultationPoint JOINT = new ConsultationPoint("review/joint");
    /** Begins the subject of a Check that makes a kind of clause a key one. */
    private static final String CLAUSE = "clause.";

    @Override
    public String department() {
        return "legal";
    }

    @Override
    public List<Form.Section> sections(OrderView file) {
        List<Form.Section> sections = new ArrayList<>();
        sections.add(new Form.Section(
                Text.of("legal.findings"),
                List.of(
                        choice("compliance", "legal.compliance", "compliant", "not-compliant"),
                        choice("risk", "legal.risk", "low", "medium", "high"),
                        Field.longText("risk-notes", Text.of("legal.risk-notes")).optional())));
        List<Field> clauses = new ArrayList<>();
        List<ContractTerm> keys = keys(file);
        for (int i = 0; i < keys.size(); i++) {
            clauses.add(clause(i + 1, keys.get(i)));
        }
        if (!clauses.isEmpty()) {
            sections.add(new Form.Section(Text.of("legal.key-clauses"), clauses));
        }
        return sections;
    }

    @Override
    public void given(OrderFile file, boolean objects, Values values) {
        if (objects) {
            return;
        }
        List<Refused.Gap> gaps = new ArrayList<>();
        if (!values.text("compliance").equals("compliant")) {
            gaps.add(new Refused.Gap("compliance", Text.of("legal.not-compliant-objects")));
        }
        List<ContractTerm> keys = keys(file);
        for (int i = 1; i <= keys.size(); i++) {
            if (!values.has("clause-" + i)) {
                gaps.add(new Refused.Gap("clause-" + i, Text.of("legal.clause-unreviewed", keys.get(i - 1).number())));
            } else if (!values.text("clause-" + i).equals(ACCEPTABLE)) {
                gaps.add(new Refused.Gap("clause-" + i, Text.of("legal.clause-unacceptable", keys.get(i - 1).number())));
            }
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    @Override
    public List<String> reviews() {
        return List.of("terms", "contract", "agreements", "customer", "delivery");
    }

    private static List<ContractTerm> keys(OrderView file) {
        Set<String> named = named(file);
        return file.order().stream()
                .flatMap(order -> order.terms().stream())
                .filter(term -> term.isKey() || named.contains(term.kind()))
                .toList();
    }

    /** By the rules that the review round stands on: a round that is open keeps its key clauses until it is moved. */
    private static Set<String> named(OrderView file) {
        return file.decision(JOINT).stream()
                .flatMap(decision -> decision.all(Conclusion.Check.class).stream())
                .map(Conclusion.Check::subject)
                .filter(subject -> subject.startsWith(CLAUSE))
                .map(subject -> subject.substring(CLAUSE.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Field clause(int position, ContractTerm term) {
        return Field.choice("clause-" + position, Text.of("legal.clause." + term.kind(), term.number()), options("legal.clause", ACCEPTABLE, "unacceptable"))
                .optional()
                .withHint(Text.plain(term.words()))
                .withClause("4.2");
    }

    private static Field choice(String name, String key, String... values) {
        return Field.choice(name, Text.of(key), options(key, values)).withClause("4.2");
    }

    private static List<Field.Option> options(String key, String... values) {
        return Stream.of(values).map(value -> new Field.Option(value, Text.of(key + "." + value))).toList();
    }
}
