package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.text.Text;
import dev.kontor.production.plan.book.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives an order's machines their serial numbers: as typed, and where nothing was typed as proposed. */
final class Numbering {

    private final OrderFile file;
    private final List<Piece> pieces;

    Numbering(OrderFile file, List<Piece> pieces) {
        this.file = file;
        this.pieces = pieces;
    }

    void number(List<Values> rows, Map<String, String> proposed) {
        Map<String, String> serials = new HashMap<>(proposed);
        serials.putAll(typed(rows));
        pieces.stream().filter(piece -> piece.serial().isEmpty()).forEach(piece -> {
            SerialNumber serial = SerialNumber.of(serials.get(piece.key()));
            file.enrol(serial, piece.line(), piece.quantity());
            piece.carry(serial);
        });
    }

    private static Map<String, String> typed(List<Values> rows) {
        Map<String, String> typed = new HashMap<>();
        Set<SerialNumber> seen = new HashSet<>();
        List<Refused.Gap> gaps = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String machine = rows.get(i).text("machine");
            String serial = rows.get(i).text("serial");
            String at = "machines[" + i + "].";
            if (!SerialNumber.isOne(serial)) {
                gaps.add(new Refused.Gap(at + "serial", Text.of("production.plan.serial-wrong")));
            } else if (!seen.add(SerialNumber.of(serial))) {
                gaps.add(new Refused.Gap(at + "serial", Text.of("production.plan.serial-twice")));
            }
            if (typed.put(machine, serial) != null) {
                gaps.add(new Refused.Gap(at + "machine", Text.of("production.plan.machine-twice")));
            }
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return typed;
    }
}
