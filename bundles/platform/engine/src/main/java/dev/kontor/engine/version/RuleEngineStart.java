package dev.kontor.engine.version;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.document.Documents;
import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.time.Clock;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.parcel.ParcelKey;
import dev.kontor.store.Transactions;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts the engine together, and offers it once what decides has been loaded: until then no rules are asked. The desk looks for
 * rules while it is itself being made: a service made on demand would need the desk in turn.
 */
@Component(service = {}, immediate = true)
public final class RuleEngineStart {

    private final BundleContext context;
    private final BundleFacts facts;
    private final RunningTables tables;
    private final RuleBook book;
    private final FolderDoor door;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();
    private boolean closed;

    @Activate
    public RuleEngineStart(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=engine)") EntityManager entities,
            @Reference Desk desk,
            @Reference Accounts accounts,
            @Reference Clock clock,
            @Reference Transactions transactions) {
        this.context = context;
        VersionShelf shelf = new StoredVersions(entities);
        facts = new BundleFacts(context);
        Epoch epoch = new Epoch(entities, transactions);
        tables = new RunningTables(context, facts::changed);
        ShippedSets shipped = folder("rules.shipped").map(ShippedSets::in).orElse(ShippedSets.NONE);
        book = new RuleBook(facts, facts, tables, shipped, shelf, desk, epoch);
        ParcelKey key = new ParcelKey(entities);
        Policies policies = new Policies(entities);
        SecondPerson second = new SecondPerson(accounts, book, policies, version -> VersionShelf.files(shelf, desk, version));
        Supplier<Optional<Replays>> replays =
                () -> Optional.ofNullable(context.getServiceReference(Replays.class)).map(context::getService);
        Trial trial = new Trial(second, replays);
        VersionList list = new VersionList(book, shelf, desk, clock, key, second, new VersionSteps(second, trial));
        epoch.catchUp(new Loading(book, list, shelf, desk)::load);
        RuleOffice office = new RuleOffice(book, shelf, second, epoch, list, trial);
        Path root = folder("rules.dir").orElse(Path.of("rules"));
        door = new FolderDoor(root, book, list, epoch, new Delivery(entities, transactions), desk, clock, facts,
                () -> offer(RuleEngine.class, book));
        PolicyOffice rulings = new PolicyOffice(policies, second, epoch);
        SetChanges changes = new SetChanges(office, clock);
        Supplier<Documents> documents = () -> context.getService(context.getServiceReference(Documents.class));
        for (CompanyCommand command : List.of(new ActivateCandidate(office, door), new ActivateVersion(office),
                new ApproveVersion(office), new ClaimVersion(office), new RollBack(office), new UploadFile(changes),
                new RemoveFile(changes), new ChangeParameters(changes),
                new WithdrawVersion(office), new ActivateDue(office), new RulePolicy(rulings, second, office),
                new ConfirmPolicy(rulings), new NoteExport(office, key),
                new ImportParcel(office, rulings, documents), new UploadFiles(changes, documents),
                new TrustSigner(rulings, TrustSigner.Deed.TRUST), new TrustSigner(rulings, TrustSigner.Deed.CONFIRM),
                new TrustSigner(rulings, TrustSigner.Deed.END))) {
            offer(CompanyCommand.class, command);
        }
        offer(RuleSets.class, list);
        offer(RuleHistory.class, new VersionHistory(shelf, list));
        offer(ReadyCheck.class, door);
        door.open();
    }

    private Optional<Path> folder(String property) {
        return Optional.ofNullable(context.getProperty(property)).filter(path -> !path.isEmpty()).map(Path::of);
    }

    private synchronized <S> void offer(Class<S> type, S service) {
        if (!closed) {
            offered.add(context.registerService(type, service, null));
        }
    }

    private synchronized void withdraw() {
        closed = true;
        offered.forEach(ServiceRegistration::unregister);
    }

    @Deactivate
    void close() throws Exception {
        withdraw();
        door.close();
        book.close();
        tables.close();
        facts.close();
    }
}
