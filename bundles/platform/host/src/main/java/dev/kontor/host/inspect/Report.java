package dev.kontor.host.inspect;

import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An inspection in words, the same on the page and at the command line. */
public final class Report {

    /** @param values one below the other */
    public record Line(Text name, List<Text> values) {}

    private Report() {}

    public static List<Line> of(Inspection seen) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(Text.of("host.report.bundle"), Text.plain((seen.name() + " " + seen.version()).strip())));
        lines.add(line(Text.of("host.report.digest"), Text.plain(seen.digest())));
        lines.add(line(Text.of("host.report.signer"), seen.signer()
                .map(signer -> Text.of("host.report.signed-by", signer.name(), signer.key()))
                .orElse(Text.of("host.report.unsigned"))));
        lines.add(said(Text.of("host.report.api"), seen.api()));
        lines.add(said(Text.of("host.report.departments"), seen.departments()));
        lines.add(said(Text.of("host.report.offers"), seen.offers()));
        lines.add(new Line(Text.of("host.report.registers"), seen.registers().stream().map(Report::component).toList()));
        lines.add(said(Text.of("host.report.activator"), seen.activator().isEmpty() ? List.of() : List.of(seen.activator())));
        lines.add(said(Text.of("host.report.facts"), seen.facts()));
        lines.add(said(Text.of("host.report.unit"), seen.unit().isEmpty() ? List.of() : List.of(seen.unit())));
        lines.add(said(Text.of("host.report.migrations"), seen.migrations().stream().map(Script::name).toList()));
        lines.add(said(Text.of("host.report.refreshed"), seen.refreshed()));
        lines.add(new Line(Text.of("host.report.reaches"), seen.reaches().entrySet().stream()
                .map(each -> Text.of("host.report.reach", CodeCheck.reach(each.getKey()), each.getValue().count(),
                        String.join(", ", each.getValue().some())))
                .toList()));
        lines.add(new Line(Text.of("host.report.warnings"), seen.warnings()));
        return lines.stream().filter(each -> !each.values().isEmpty()).toList();
    }

    private static Line line(Text name, Text value) {
        return new Line(name, List.of(value));
    }

    private static Line said(Text name, List<String> values) {
        return new Line(name, values.stream().map(Text::plain).toList());
    }

    private static Text component(Component component) {
        String services = component.services().stream()
                .map(service -> service.substring(service.lastIndexOf('.') + 1))
                .collect(Collectors.joining(", "));
        return services.isEmpty()
                ? Text.of("host.report.component-alone", component.name())
                : Text.of("host.report.component", component.name(), services);
    }
}
