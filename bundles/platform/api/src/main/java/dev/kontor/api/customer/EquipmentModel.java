package dev.kontor.api.customer;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.TechnicalParameter;
import java.util.List;

/** A model of the catalogue, with the technical parameters an order line starts from. */
public record EquipmentModel(String model, String name, String unit, Money listPrice, List<TechnicalParameter> parameters, long version) {

    public EquipmentModel {
        parameters = List.copyOf(parameters);
    }
}
