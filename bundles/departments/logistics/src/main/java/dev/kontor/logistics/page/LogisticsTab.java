package dev.kontor.logistics.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.evidence.CustomerSigner;
import dev.kontor.logistics.evidence.SignerTask;
import dev.kontor.logistics.evidence.Signers;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logistics' part of the order's page: every shipment, and what is ready for one. */
@Component
public final class LogisticsTab implements OrderTab {

    static final String ID = "logistics-shipments";

    private static final Set<TaskKind> ON_A_SHIPMENT = Set.of(Duties.SEND, Duties.TRACK, Duties.ACCEPT);

    private final Shipments shipments;
    private final ShipmentView view;
    private final PreAcceptanceView before;
    private final Signers signers;

    @Activate
    public LogisticsTab(
            @Reference Shipments shipments, @Reference ShipmentView view, @Reference PreAcceptanceView before, @Reference Signers signers) {
        this.signers = signers;
        this.shipments = shipments;
        this.view = view;
        this.before = before;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Text title() {
        return Text.of("logistics.tab");
    }

    @Override
    public int position() {
        return 50;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    /** Where the goods go and who has them, for whoever works on a shipment: on a phone nothing else is in sight. */
    @Override
    public List<Block> brief(OrderView file) {
        Set<Integer> worked = file.openTasks().stream()
                .filter(task -> ON_A_SHIPMENT.contains(task.kind()) && file.actor().holds(task.role()))
                .map(Duties::number)
                .collect(Collectors.toSet());
        return Stream.concat(
                        shipments.of(file.number()).stream()
                                .filter(shipment -> worked.contains(shipment.number()))
                                .map(shipment -> view.facts(shipment, file.now())),
                        signersToDecide(file).stream())
                .toList();
    }

    /** Leads whoever owes a decision on who signs for the customer to it. */
    private Optional<Block> signersToDecide(OrderView file) {
        boolean owes = file.openTasks(SignerTask.KIND).stream().anyMatch(task -> file.actor().holds(task.role()));
        List<CustomerSigner> asked = owes ? signers.asked(file.number()) : List.of();
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        Text.of("logistics.signers-waiting"),
                        ShipmentView.columns("signer.organisation", "signer.reason", "signer.proposed-by"),
                        asked.stream()
                                .map(each -> List.of(
                                        Cell.link(Text.plain(each.organisation()), "do/logistics/decide-signer?subject=" + each.id()),
                                        Cell.plain(each.reason()), Cell.person(each.proposedBy())))
                                .toList(),
                        "",
                        Text.plain("")));
    }

    @Override
    public Optional<Text> next(OrderView file) {
        return shipments.of(file.number()).stream()
                .filter(shipment -> shipment.state() == State.DISPATCHED)
                .findFirst()
                .map(shipment -> shipment.journey().expectedOn()
                        .map(day -> Text.of("logistics.next-expected", shipment.number(), day))
                        .orElse(Text.of("logistics.next-under-way", shipment.number())));
    }

    @Override
    public List<Block> show(OrderView file) {
        List<Block> blocks = new ArrayList<>();
        List<Machine> free = shipments.free(file);
        if (!free.isEmpty()) {
            blocks.add(new Block.Table(
                    Text.of("logistics.ready"),
                    ShipmentView.columns("serial", "model"),
                    free.stream()
                            .map(machine -> List.of(
                                    Cell.link(Text.plain(machine.serial().value()), "machines/" + machine.serial()),
                                    Cell.plain(machine.model())))
                            .toList(),
                    "",
                    Text.plain("")));
        }
        blocks.addAll(before.of(file.number()));
        shipments.of(file.number()).forEach(shipment -> blocks.add(view.whole(file, shipment)));
        return blocks;
    }
}
