package dev.kontor.testkit.conformance;

import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.need.NeedPart;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.page.Page;
import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.rule.FactSource;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that a bundle brings: each begins with its department's id, is its own, and stands once. */
public final class NameCheck {

    private final String id;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private NameCheck(String id) {
        this.id = id;
    }

    public static List<String> problems(List<?> services) {
        List<String> ids = services.stream().filter(Department.class::isInstance).map(each -> ((Department) each).id().value()).toList();
        if (ids.size() != 1) {
            return List.of("The bundle has %d departments %s; names can be told apart when it has one.".formatted(ids.size(), ids));
        }
        NameCheck check = new NameCheck(ids.get(0));
        if (DepartmentId.isReserved(check.id)) {
            check.problems.add("The department is called %s, which is a name of the platform.".formatted(check.id));
        }
        services.forEach(check::look);
        return check.problems;
    }

    private void look(Object service) {
        if (service instanceof Department department) {
            department.reaches().stream().map(MilestoneName::value).forEach(name -> demand("milestone", name, "."));
        }
        if (service instanceof Page page) {
            demand("page", page.path(), "/");
        }
        if (service instanceof OrderTab tab) {
            demand("tab", tab.id(), "-");
        }
        if (service instanceof OrderCommand command) {
            demand("command", command.name(), "/");
            command.task().filter(kind -> !kind.department().equals(id)).ifPresent(kind ->
                    problems.add("The command %s works on %s, a task of another department.".formatted(command.name(), kind)));
        }
        if (service instanceof CompanyCommand command) {
            demand("command", command.name(), "/");
        }
        if (service instanceof Indicator indicator) {
            demand("indicator", indicator.name(), ".");
        }
        if (service instanceof OpinionForm form && !form.department().equals(id)) {
            problems.add("The opinion form is that of %s.".formatted(form.department()));
        }
        if (service instanceof NeedPart part) {
            if (!part.department().equals(id)) {
                problems.add("The part of a need is that of %s.".formatted(part.department()));
            }
            part.fields().forEach(field -> demand("field", field.name(), "-"));
        }
        if (service instanceof FactSource source) {
            source.types().forEach(this::fact);
        }
    }

    private void demand(String what, String name, String mark) {
        boolean own = name.startsWith(id + mark) || what.equals("tab") && name.equals(id);
        if (!own) {
            problems.add("The %s %s must begin with %s%s.".formatted(what, name, id, mark));
        }
        if (!seen.add(what + " " + name)) {
            problems.add("The %s %s is there twice.".formatted(what, name));
        }
    }

    private void fact(Class<? extends Record> type) {
        if (!Modifier.isPublic(type.getModifiers()) || !type.getPackageName().endsWith(".facts")) {
            problems.add("The fact %s must be a public record of a package that ends with .facts.".formatted(type.getName()));
        }
        for (var component : type.getRecordComponents()) {
            String from = component.getType().getName();
            boolean plain = component.getType().isPrimitive() || from.startsWith("java.") || from.startsWith("dev.kontor.api.");
            if (!plain) {
                problems.add("%s.%s is a %s; a fact is made of java.* and api types.".formatted(type.getSimpleName(), component.getName(), from));
            }
        }
    }
}
