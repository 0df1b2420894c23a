package dev.kontor.production.purchasing;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.AfterRelease;
import dev.kontor.production.plan.Materials;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.Requisition;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Requests what a released plan needs bought. When the plan is changed, what nobody has bought follows it; of what is
 * bought already the purchaser is told.
 */
@Component
public final class RequestPlanned implements AfterRelease {

    private final Materials materials;
    private final Purchasing purchasing;
    private final PurchaseBook book;

    @Activate
    public RequestPlanned(@Reference Materials materials, @Reference Purchasing purchasing, @Reference PurchaseBook book) {
        this.materials = materials;
        this.purchasing = purchasing;
        this.book = book;
    }

    @Override
    public void released(OrderFile file) {
        Map<String, Materials.Need> needs = materials.of(file.number()).stream()
                .collect(Collectors.toMap(Materials.Need::key, Function.identity()));
        List<Requisition> planned = book.requisitions(file.number()).stream()
                .filter(each -> !each.need().isEmpty() && (each.isOpen() || each.isOrdered()))
                .toList();
        planned.forEach(each -> follow(file, each, needs));
        List<String> requested = planned.stream().map(Requisition::need).toList();
        int slip = book.nextSlip(file.number());
        needs.values().stream()
                .filter(need -> !requested.contains(need.key()))
                .map(need -> as(new Requisition(file.number(), slip, need.key(), file.actor().id().value(), file.now()), need))
                .forEach(book::keep);
        purchasing.ask(file);
    }

    private static void follow(OrderFile file, Requisition each, Map<String, Materials.Need> needs) {
        Materials.Need need = needs.get(each.need());
        if (each.isOpen() && need == null) {
            each.withdraw();
        } else if (each.isOpen()) {
            as(each, need);
        } else if (need == null || need.quantity().compareTo(each.quantity()) != 0) {
            String now = need == null ? "0" : need.quantity().stripTrailingZeros().toPlainString();
            file.notify(Role.PRODUCTION_PURCHASER, Text.of("production.purchase.plan-changed", each.words(),
                    each.quantity().stripTrailingZeros().toPlainString(), now));
        }
    }

    private static Requisition as(Requisition requisition, Materials.Need need) {
        return requisition.of(need.name(), need.specification(), need.quantity(), need.unit(), need.neededBy());
    }
}
