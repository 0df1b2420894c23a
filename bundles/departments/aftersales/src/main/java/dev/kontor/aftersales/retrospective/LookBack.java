package dev.kontor.aftersales.retrospective;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.OrderCompleted;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks sales to look back on a completed order. */
@Component(service = LookBack.class)
public final class LookBack {

    private final Retrospectives retrospectives;

    @Activate
    public LookBack(@Reference Retrospectives retrospectives) {
        this.retrospectives = retrospectives;
    }

    public void ask(OrderFile file) {
        if (retrospectives.of(file.number()).isPresent()) {
            return; // completed once more at a later revision
        }
        LocalDate completed = file.passed().stream()
                .filter(each -> each.name().equals(MilestoneName.ORDER_COMPLETED))
                .map(Milestone::on)
                .findFirst()
                .orElse(file.today());
        file.consult(Question.at(Vocabulary.AT_RETROSPECTIVE, new OrderCompleted(completed.toString())).since(completed).addingOnly());
        file.openTasks(Vocabulary.RETROSPECTIVE).stream()
                .filter(task -> task.holder().isEmpty())
                .forEach(task -> file.assign(task.id(), file.summary().representative()));
    }
}
