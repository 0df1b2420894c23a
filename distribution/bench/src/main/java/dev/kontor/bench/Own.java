package dev.kontor.bench;

import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.OrderNumber;

/**
 * What the copy of an order has for its own.
 *
 * @param position among all copies, from 0
 * @param running and {@code year}: what its number is made of
 * @param filed its number in the year's series of archival codes
 * @param days by how many its days lie behind the template's; less than 0: before
 * @param moved by how many milliseconds what was written lies behind the template's; no two copies overlap
 */
record Own(int position, int year, long running, ContractNumber contract, Customer customer, long filed, long days, long moved) {

    record Customer(String id, String name) {}

    OrderNumber number() {
        return OrderNumber.of(year, running);
    }
}
