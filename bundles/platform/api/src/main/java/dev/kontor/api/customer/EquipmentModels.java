package dev.kontor.api.customer;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The catalogue of equipment models. */
@ProviderType
public interface EquipmentModels {

    Optional<EquipmentModel> model(String model);

    List<EquipmentModel> search(String words, int limit);
}
