package dev.kontor.api.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/**
 * One line of an order (订单明细).
 *
 * @param position 1 for the first line
 * @param model the equipment model
 * @param quantity more than zero, at most three decimals
 * @param unit for example {@code 台}
 * @param unitPrice including value-added tax
 * @param taxRate value-added tax in percent, for example 13
 */
public record OrderLine(
        int position,
        String model,
        String name,
        BigDecimal quantity,
        String unit,
        Money unitPrice,
        BigDecimal taxRate,
        List<TechnicalParameter> parameters,
        List<String> accessories) {

    public OrderLine {
        parameters = List.copyOf(parameters);
        accessories = List.copyOf(accessories);
    }

    /**
     * Whether a machine made by the one is a machine made by the other: of the same model, with the same technical
     * parameters and accessories, in whatever order they are listed. Price, tax, quantity and name make no other machine.
     */
    public boolean isSameMachine(OrderLine other) {
        return model.equals(other.model)
                && Set.copyOf(parameters).equals(Set.copyOf(other.parameters))
                && Set.copyOf(accessories).equals(Set.copyOf(other.accessories));
    }

    /** Including value-added tax (价税合计). */
    public Money total() {
        return unitPrice.times(quantity);
    }

    /** Without value-added tax; what is lost in rounding belongs to the tax. */
    public Money net() {
        BigDecimal divisor = BigDecimal.ONE.add(taxRate.movePointLeft(2));
        return new Money(total().amount().divide(divisor, 2, RoundingMode.HALF_UP), unitPrice.currency());
    }

    public Money tax() {
        return total().minus(net());
    }
}
