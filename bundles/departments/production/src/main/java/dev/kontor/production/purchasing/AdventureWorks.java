package dev.kontor.production.purchasing;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.Supplier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads vendors, purchase orders and their lines in the form of AdventureWorks: values divided by tabs, no row of headings,
 * columns as in its tables. A delivery is a line of a completed purchase order; it came on the day the order was shipped.
 */
final class AdventureWorks {

    static final String ORIGIN = "adventureworks";
    private static final String COMPLETE = "4";

    private final Map<String, Supplier> vendors = new HashMap<>();
    private final Map<String, String[]> orders = new HashMap<>();

    /** Vendor.csv: id, account number, name, credit rating, preferred, active, address, changed. */
    List<Supplier> vendors(InputStream content) throws IOException {
        for (String[] row : rows("vendors", content, 8)) {
            vendors.put(row[0], new Supplier(code(row), row[2], row[6]));
        }
        return List.copyOf(vendors.values());
    }

    private static String code(String[] row) {
        if (!Supplier.isCode(row[1]) || row[2].isEmpty() || row[2].length() > 200 || row[6].length() > 200) {
            throw wrong("vendors", row[0]);
        }
        return row[1];
    }

    /** PurchaseOrderHeader.csv: id, revision, status, employee, vendor, ship method, ordered on, shipped on, ... */
    void orders(InputStream content) throws IOException {
        for (String[] row : rows("orders", content, 13)) {
            orders.put(row[0], row);
        }
    }

    /** PurchaseOrderDetail.csv: order, line, due on, ordered, product, price, total, received, rejected, stocked, changed. */
    List<Delivery> deliveries(InputStream content) throws IOException {
        List<Delivery> found = new ArrayList<>();
        for (String[] row : rows("lines", content, 11)) {
            String[] order = orders.get(row[0]);
            if (order == null || !vendors.containsKey(order[4])) {
                throw wrong("lines", row[0] + "/" + row[1]);
            }
            if (order[2].equals(COMPLETE)) {
                found.add(delivery(row, order));
            }
        }
        return found;
    }

    private Delivery delivery(String[] row, String[] order) {
        String key = "%s %s %s".formatted(ORIGIN, row[0], row[1]);
        try {
            Delivery delivery = new Delivery(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString(),
                    vendors.get(order[4]).code(), ORIGIN, day(row[2]), day(order[7]));
            delivery.count(quantity(row[3]), quantity(row[7]), quantity(row[8]));
            return delivery;
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw wrong("lines", row[0] + "/" + row[1]);
        }
    }

    private static LocalDate day(String instant) {
        return LocalDate.parse(instant.split(" ")[0]);
    }

    private static BigDecimal quantity(String number) {
        BigDecimal quantity = new BigDecimal(number);
        if (!Quantity.isOneOrNone(quantity)) {
            throw new IllegalArgumentException("The quantity (%s) is negative, or too exact.".formatted(number));
        }
        return quantity;
    }

    private static List<String[]> rows(String field, InputStream content, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split("\t", -1);
                if (row.length < columns) {
                    throw wrong(field, Integer.toString(rows.size() + 1));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static Refused wrong(String field, String row) {
        return Refused.at(field, Text.of("production.purchase.row-wrong", row));
    }
}
