package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.wall.DepartmentWall;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk's counter: takes requests in and answers them, once each. {@link Counters} offer it. */
@Component(service = CommandDesk.class)
public final class CommandDesk implements Desk {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    /** Not kept under the request's key: asked again, the same may be done. */
    private static final Set<Refused.Reason> PASSING = Set.of(Refused.Reason.UNAVAILABLE, Refused.Reason.STORAGE_FULL);

    private final Transactions transactions;
    private final Execution execution;
    private final Offers offers;
    private final Keys keys;
    private final Repetition repetition;
    private final Commands commands;
    private final DepartmentWall wall;

    @Activate
    public CommandDesk(
            @Reference Transactions transactions,
            @Reference Execution execution,
            @Reference Offers offers,
            @Reference Keys keys,
            @Reference Repetition repetition,
            @Reference Commands commands,
            @Reference DepartmentWall wall) {
        this.transactions = transactions;
        this.execution = execution;
        this.offers = offers;
        this.keys = keys;
        this.repetition = repetition;
        this.commands = commands;
        this.wall = wall;
    }

    @Override
    public Answer submit(Request request) {
        try {
            return atTheWall(request.command(), () -> repetition.of(() -> before(request).orElseGet(() -> run(request))));
        } catch (StoreFailed failed) {
            throw outage(request, failed);
        }
    }

    /** The whole command runs on a thread of who offers it, from its first to its last row. */
    private Answer atTheWall(String command, Supplier<Answer> work) {
        return commands.offering(command).map(offering -> wall.command(offering, work)).orElseGet(() -> wall.platform(work));
    }

    private Optional<Answer> before(Request request) {
        return request.key().isEmpty() ? Optional.empty() : transactions.read(() -> keys.before(request));
    }

    private Answer run(Request request) {
        try {
            return repetition.command(first -> execution.run(request, first));
        } catch (Refused refused) {
            return refused(request, refused);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (RuntimeException defect) {
            throw defect(request, defect);
        }
    }

    /** Keeps the refusal in a transaction of its own; when another answer has the key meanwhile, that one counts. */
    private Answer refused(Request request, Refused refused) {
        if (request.key().isEmpty() || PASSING.contains(refused.reason())) {
            throw refused;
        }
        try {
            transactions.command(() -> {
                keys.refused(request, refused);
                return true;
            });
        } catch (StoreFailed failed) {
            if (failed.trouble() == StoreFailed.Trouble.DUPLICATE) {
                return before(request).orElseThrow(() -> refused);
            }
            LOG.warn("The refusal of {} could not be kept.", request.command(), failed);
        }
        throw refused;
    }

    private static RuntimeException outage(Request request, StoreFailed failed) {
        return switch (failed.trouble()) {
            case UNAVAILABLE -> {
                LOG.error("The store is not available; {} was not done.", request.command(), failed);
                yield Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.store-away"));
            }
            case FULL -> {
                LOG.error("The disk of the store is full; {} was not done.", request.command(), failed);
                yield Refused.because(Refused.Reason.STORAGE_FULL, Text.of("kernel.storage-full"));
            }
            case RETRY -> {
                LOG.warn("{} was tried and given up: others were in its way.", request.command(), failed);
                yield Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.busy"));
            }
            case DUPLICATE -> {
                LOG.warn("{} hit the unique key {}.", request.command(), failed.constraint(), failed);
                yield Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.duplicate"));
            }
            case OTHER -> defect(request, failed);
        };
    }

    private static RuntimeException defect(Request request, RuntimeException defect) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Reference {}: {} by {} failed and was rolled back.", reference, request.command(), request.actor().id(), defect);
        return new IllegalStateException("%s failed; reference %s.".formatted(request.command(), reference), defect);
    }

    @Override
    public List<Offer> offers(OrderNumber order, Person person) {
        return reading(() -> offers.all(order, person));
    }

    @Override
    public Offer offer(String command, Optional<OrderNumber> order, Optional<TaskId> task, Person person) {
        return reading(() -> offers.one(command, order, task, person));
    }

    @Override
    public Offer offer(String command, String subject, Person person) {
        return reading(() -> offers.company(command, subject, person));
    }

    @Override
    public List<Known> commands() {
        return offers.known();
    }

    @Override
    public <R> R read(Supplier<R> reading) {
        return reading(reading);
    }

    @Override
    public <R> R read(OrderNumber order, Person reader, Function<OrderView, R> reading) {
        return reading(() -> reading.apply(offers.view(order, reader)));
    }

    private <R> R reading(Supplier<R> what) {
        return wall.platformReading(() -> transactions.read(what));
    }
}
