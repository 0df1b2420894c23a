package dev.kontor.api.customer;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The catalogue of equipment models. */
@ProviderType
public interface EquipmentModels {

    Optional<EquipmentModel> model(String model);

    List<EquipmentModel> search(String words, int limit);

    /**
     * One page of what {@link #search} finds.
     *
     * @param after what {@link Page#next} said; empty for the first page
     * @param limit 1 to 200
     */
    Page list(String words, String after, int limit);

    /** @param next to be handed back as {@code after}; empty on the last page */
    record Page(List<EquipmentModel> models, String next) {}
}
