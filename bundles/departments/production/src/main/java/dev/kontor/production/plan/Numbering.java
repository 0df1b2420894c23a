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

/**
 * Gives an order's machines their serial numbers: as typed, and where nothing else was typed as proposed. A proposal that
 * somebody took meanwhile gives way to the next one; a number that was typed does not.
 */
final class Numbering {

    private static final int MOST_TAKEN = 50;

    private final OrderFile file;
    private final List<Piece> pieces;

    Numbering(OrderFile file, List<Piece> pieces) {
        this.file = file;
        this.pieces = pieces;
    }

    void number(List<Values> rows, Map<String, String> proposed) {
        Map<String, String> typed = typed(rows);
        pieces.stream().filter(piece -> piece.serial().isEmpty()).forEach(piece -> piece.carry(typed.containsKey(piece.key())
                ? enrol(piece, SerialNumber.of(typed.get(piece.key())))
                : free(piece, SerialNumber.of(proposed.get(piece.key())))));
    }

    private SerialNumber enrol(Piece piece, SerialNumber serial) {
        return file.enrol(serial, piece.line(), piece.quantity()).serial();
    }

    /** Others number their machines at the same instant. */
    private SerialNumber free(Piece piece, SerialNumber from) {
        SerialNumber serial = from;
        for (int taken = 0; ; taken++) {
            try {
                return enrol(piece, serial);
            } catch (Refused meanwhile) {
                if (meanwhile.reason() != Refused.Reason.CONFLICT || taken == MOST_TAKEN) {
                    throw meanwhile;
                }
                serial = SerialNumbers.after(serial);
            }
        }
    }

    /** What was typed over a proposal, or without one. */
    private static Map<String, String> typed(List<Values> rows) {
        Map<String, String> typed = new HashMap<>();
        Set<String> machines = new HashSet<>();
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
            if (!machines.add(machine)) {
                gaps.add(new Refused.Gap(at + "machine", Text.of("production.plan.machine-twice")));
            }
            if (!serial.equals(rows.get(i).text("proposed"))) {
                typed.put(machine, serial);
            }
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return typed;
    }
}
