package dev.kontor.production.quality;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.StepGate;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which steps of a machine wait for quality (regulation, clauses 5.1, 5.3; ): none is done before what came in is
 * inspected, the last one not before the in-process inspection, and none while something that these found does not conform. All
 * inspections are demanded of every machine, so nothing here is a parameter. {@link Gate} is the other half: the final
 * inspection waits for every step, so what it found stops none that was planned since.
 */
@Component
public final class InspectedSteps implements StepGate {

    private final QualityBook book;
    private final Quality quality;

    @Activate
    public InspectedSteps(@Reference QualityBook book, @Reference Quality quality) {
        this.book = book;
        this.quality = quality;
    }

    @Override
    public List<Text> refusals(OrderView file, Collection<Done> steps) {
        List<Inspection> inspections = book.inspections(file.number());
        List<Nonconformity> nonconformities = book.nonconformities(file.number());
        return steps.stream()
                .distinct()
                .flatMap(step -> refusal(step, inspections, nonconformities).stream())
                .distinct()
                .toList();
    }

    private static Optional<Text> refusal(Done step, List<Inspection> inspections, List<Nonconformity> nonconformities) {
        String serial = step.machine().value();
        return missing(serial, InspectionKind.INCOMING, inspections)
                .or(() -> step.last() ? missing(serial, InspectionKind.IN_PROCESS, inspections) : Optional.empty())
                .or(() -> open(serial, nonconformities));
    }

    private static Optional<Text> missing(String serial, InspectionKind kind, List<Inspection> inspections) {
        boolean passed = inspections.stream()
                .filter(each -> each.serial().equals(serial) && each.kind() == kind)
                .max(Comparator.comparingInt(Inspection::attempt))
                .filter(Inspection::isFulfilled)
                .isPresent();
        return passed ? Optional.empty() : Optional.of(Text.of("production.quality.step-before", serial, kind.words()));
    }

    private static Optional<Text> open(String serial, List<Nonconformity> nonconformities) {
        return nonconformities.stream()
                .filter(each -> each.isOpen() && each.kind() != InspectionKind.FINAL && each.serial().equals(serial))
                .findFirst()
                .map(each -> Text.of("production.quality.still-open", serial, each.number()));
    }

    /** A machine whose last step is done is to be presented. */
    @Override
    public void reported(OrderFile file) {
        quality.ask(file);
    }
}
